package pro.reelsai.stage;

import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;

/** The work may succeed later: a time-out, a provider that is busy, a full disk. It is tried again. */
public final class TransientStageException extends StageException {
    private static final long serialVersionUID = 1L;

    /**
     * @param code why, should it never succeed
     * @param message for the user, should it never succeed
     */
    public TransientStageException(FailureCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    /** There is no room left on the disk; another machine may have some, and this one may have some later. */
    public static TransientStageException diskFull(Throwable cause) {
        return new TransientStageException(
                FailureCode.DISK_FULL, "Our server has run out of disk space. Please try again later.", cause);
    }
}
