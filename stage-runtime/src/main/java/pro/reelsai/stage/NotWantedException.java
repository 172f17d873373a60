package pro.reelsai.stage;

import pro.reelsai.model.FailureCode;

/** The run has ended, or another job has taken the work over: stop, leave nothing behind, say nothing. */
public final class NotWantedException extends StageException {
    private static final long serialVersionUID = 1L;

    /** Thrown by the runtime; handlers let it pass. */
    public NotWantedException() {
        super(FailureCode.INTERNAL, "The work is not wanted any more", null);
    }
}
