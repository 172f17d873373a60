package pro.reelsai.model;

/** Who moves the actor's mouth. */
public enum LipsyncProvider {
    REPLICATE,
    /** An illustrated presenter drawn on our own machine, without a key. */
    LOCAL
}
