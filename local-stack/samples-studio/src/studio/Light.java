package studio;

/** Where the light of a pixel comes from; kept apart so that lamps can be dimmed after the render. */
enum Light {
    SKY,
    /** The sun, straight. */
    SUN,
    /** The sun, bounced at least once. */
    SUN_BOUNCE,
    /** The lamps: the last group, or the last groups where each lamp has its own. */
    LAMP
}
