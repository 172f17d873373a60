package pro.reelsai.caption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the caption stage can be told. */
@ConfigMapping(prefix = "reels.caption")
public interface CaptionConfig {
    /** How fast the ad is encoded: a preset of x264. */
    @WithDefault("veryfast")
    String preset();

    /** How much is lost in encoding: x264's constant rate factor, 0 (nothing) to 51. */
    @WithDefault("20")
    int quality();

    /** Whether the bubble of {@code AVATAR_BUBBLE} is in a lower corner, as {@code reels.editing.bubble-corner} says. */
    @WithDefault("true")
    boolean bubbleBelow();
}
