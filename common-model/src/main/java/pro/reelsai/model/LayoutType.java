package pro.reelsai.model;

/** How actor and assets share the picture. */
public enum LayoutType {
    /** Assets in the upper half, the actor in the lower half. */
    TOP_BOTTOM,
    /** Assets fill the picture, the actor speaks from a bubble. */
    AVATAR_BUBBLE,
    /** The actor fills the picture, assets cut in. */
    FULL_ACTOR,
    /** Assets on one side, the actor on the other. */
    SIDE_BY_SIDE,
    /** Assets fill the picture, the matted actor stands before them. */
    ACTOR_CUTOUT
}
