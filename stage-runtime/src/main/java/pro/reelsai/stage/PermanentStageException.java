package pro.reelsai.stage;

import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;

/** The work will never succeed with these inputs; the run fails at once. */
public final class PermanentStageException extends StageException {
    private static final long serialVersionUID = 1L;

    /**
     * @param code why
     * @param messageForTheUser what happened and what the user can do; no secret, no path
     */
    public PermanentStageException(FailureCode code, String messageForTheUser) {
        this(code, messageForTheUser, null);
    }

    /**
     * @param code why
     * @param messageForTheUser what happened and what the user can do; no secret, no path
     * @param cause for operators
     */
    public PermanentStageException(FailureCode code, String messageForTheUser, @Nullable Throwable cause) {
        super(code, messageForTheUser, cause);
    }
}
