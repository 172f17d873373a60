package pro.reelsai.rendering.timeline;

/** The shape in which a track is seen. */
public enum Outline {
    /** All of its box. */
    RECTANGLE,
    /** A circle in its box, with a border. */
    ROUND,
    /** The actor's own, whose video has its opacity in the lower half. */
    CUT_OUT
}
