package pro.reelsai.stage.call;

/** How far a call is. */
public enum CallOutcome {
    /** Written down; the provider has not been asked, or has refused to be asked just then. */
    PREPARED,
    /** The provider is being asked, or was and has not answered: it may work, and charge, already. */
    STARTED,
    /** The provider works; its id of the job is known. */
    SUBMITTED,
    /** The provider has delivered, and charges. */
    SUCCEEDED,
    /** The provider has refused, or failed. */
    FAILED,
    /** Nobody wants it any more; the provider has yet to be told. */
    CANCELLING,
    /** Stopped, by us or by the provider. */
    CANCELLED,
    /** The provider has delivered, but its output was gone before it was fetched. */
    LOST;

    /** Whether nothing more comes of the provider. */
    public boolean isTerminal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED || this == LOST;
    }
}
