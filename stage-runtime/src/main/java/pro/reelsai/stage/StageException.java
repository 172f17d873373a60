package pro.reelsai.stage;

import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;

/** A stage could not do its work; the type says whether trying again may help. */
public abstract sealed class StageException extends Exception
        permits TransientStageException, UnexpectedStageException, PermanentStageException, NotWantedException {
    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    StageException(FailureCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Why, as a stable name. */
    public FailureCode code() {
        return code;
    }
}
