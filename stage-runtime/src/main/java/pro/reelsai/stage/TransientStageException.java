package pro.reelsai.stage;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;

/** The work may succeed later: a time-out, a provider that is busy, a full disk. It is tried again. */
public final class TransientStageException extends StageException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration wait;

    /**
     * @param code why, should it never succeed
     * @param message for the user, should it never succeed
     */
    public TransientStageException(FailureCode code, String message, @Nullable Throwable cause) {
        this(code, message, null, cause);
    }

    /**
     * @param code why, should it never succeed
     * @param message for the user, should it never succeed
     * @param wait how long to leave a provider alone that has asked for it; null if none has
     */
    public TransientStageException(
            FailureCode code, String message, @Nullable Duration wait, @Nullable Throwable cause) {
        super(code, message, cause);
        this.wait = wait;
    }

    /** How long to wait at least before the work is tried again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }

    /** There is no room left on the disk; another machine may have some, and this one may have some later. */
    public static TransientStageException diskFull(Throwable cause) {
        return new TransientStageException(
                FailureCode.DISK_FULL, "Our server has run out of disk space. Please try again later.", cause);
    }
}
