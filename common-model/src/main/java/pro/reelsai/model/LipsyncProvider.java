package pro.reelsai.model;

/** Who moves the actor's mouth. */
public enum LipsyncProvider {
    REPLICATE(false),
    /** Our own machine, without a key: draws an illustrated presenter, or animates a filmed actor in preview quality. */
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
