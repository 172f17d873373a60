package pro.reelsai.lipsync.replicate;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pro.reelsai.stage.provider.ProviderException.Reason;

/** Replicate has answered with an error. */
final class ReplicateException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int THROTTLED = 429;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Pattern RESETS_IN = Pattern.compile("resets in ~?(\\d{1,5})s");
    private static final Duration USUAL_RESET = Duration.ofSeconds(30);

    private final int status;
    private final String detail;

    /**
     * @param status of HTTP
     * @param detail what Replicate says
     */
    ReplicateException(int status, String detail) {
        super("Replicate answered " + status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    String detail() {
        return detail;
    }

    boolean isThrottled() {
        return status == THROTTLED;
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Whether the fault is Replicate's own; a request may have been carried out all the same. */
    boolean isTheirs() {
        return status >= FIRST_SERVER_ERROR || status == 408;
    }

    /** What it means. */
    Reason reason() {
        return switch (status) {
            case 401, 403 -> Reason.KEY;
            case 402 -> Reason.MONEY;
            case THROTTLED -> Reason.BUSY;
            default -> isTheirs() ? Reason.BROKEN : Reason.REQUEST;
        };
    }

    /** When to ask again after {@link #isThrottled()}: the answer says so in its text alone. */
    Duration reset() {
        Matcher matcher = RESETS_IN.matcher(detail);
        return matcher.find() ? Duration.ofSeconds(Math.max(1, Long.parseLong(matcher.group(1)))) : USUAL_RESET;
    }
}
