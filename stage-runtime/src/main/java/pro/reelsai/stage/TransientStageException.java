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
}
