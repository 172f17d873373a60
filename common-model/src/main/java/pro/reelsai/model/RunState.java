package pro.reelsai.model;

/** The life of one run. The first terminal state wins. */
public enum RunState {
    /** The credit is reserved and the first event waits in the outbox. */
    RESERVED,
    /** A stage is at work. */
    RUNNING,
    /** A stage is parked until a provider calls back. */
    WAITING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Whether nothing can change the run any more. */
    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
