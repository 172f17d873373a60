package pro.reelsai.stage.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider did not do what it was asked. */
public final class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable Duration wait;

    /** Why, as far as it decides what to do next. */
    public enum Reason {
        /** Too many requests just now; it has not begun. */
        BUSY,
        /** It has failed by a fault of its own. */
        BROKEN,
        /** No whole answer came; it may have worked, and charge. */
        SILENT,
        /** It was not asked: the circuit breaker is open, or its turns are taken for longer than is waited here. */
        NOT_ASKED,
        /** The key is missing, wrong, or not allowed to do this. */
        KEY,
        /** The account has no money or no quota left. */
        MONEY,
        /** It will not do this for anybody: the content is against its rules. */
        REFUSED,
        /** It does not understand the request, or does not know the model or voice. */
        REQUEST
    }

    /**
     * @param reason why
     * @param message for operators; no key, and none of the user's text beyond what the provider quotes
     * @param wait how long the provider asks to be left alone; null if it does not say
     * @param cause what went wrong on the way; null if the provider answered
     */
    public ProviderException(Reason reason, String message, @Nullable Duration wait, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.wait = wait;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** How long the provider asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }

    /** Whether the same request may succeed later. */
    public boolean isTransient() {
        return switch (reason) {
            case BUSY, BROKEN, SILENT, NOT_ASKED -> true;
            case KEY, MONEY, REFUSED, REQUEST -> false;
        };
    }

    /** Whether the provider has certainly not done the work, so that asking again cannot pay twice. */
    public boolean isUnpaid() {
        return reason != Reason.SILENT;
    }
}
