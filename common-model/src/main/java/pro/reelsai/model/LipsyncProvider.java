package pro.reelsai.model;

/** Who moves the actor's mouth. */
public enum LipsyncProvider {
    REPLICATE(false),
    /** An illustrated presenter drawn on our own machine, without a key. */
    LOCAL(true);

    private final boolean cutsOut;

    LipsyncProvider(boolean cutsOut) {
        this.cutsOut = cutsOut;
    }

    /** Whether its actors can stand before nothing, as {@link LayoutType#ACTOR_CUTOUT} wants them. */
    public boolean cutsOut() {
        return cutsOut;
    }
}
