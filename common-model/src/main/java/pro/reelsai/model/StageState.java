package pro.reelsai.model;

/** The life of one stage within one attempt of a run, ordered by rank: a later state is never undone by an earlier one. */
public enum StageState {
    PENDING,
    RUNNING,
    /** Parked until a provider calls back; may go back to {@link #RUNNING}. */
    WAITING,
    SUCCEEDED,
    /** Succeeded without work: an earlier run had made the same output from the same inputs. */
    REUSED,
    FAILED,
    CANCELLED;

    /** Whether the stage will not change any more within this attempt. */
    public boolean isTerminal() {
        return ordinal() >= SUCCEEDED.ordinal();
    }

    /** Whether the stage has its output. */
    public boolean isDone() {
        return this == SUCCEEDED || this == REUSED;
    }
}
