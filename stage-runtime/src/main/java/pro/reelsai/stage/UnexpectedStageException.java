package pro.reelsai.stage;

import pro.reelsai.model.FailureCode;

/** A fault of ours. It is tried again, since faults may pass, but not for long, since most do not. */
public final class UnexpectedStageException extends StageException {
    private static final long serialVersionUID = 1L;

    /**
     * @param cause for operators; the user is told nothing of it
     */
    public UnexpectedStageException(Throwable cause) {
        super(FailureCode.INTERNAL, "Something went wrong on our side. Please try again later.", cause);
    }
}
