package pro.reelsai.editing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import pro.reelsai.editing.timeline.Corner;

/** What the editing stage can be told. */
@ConfigMapping(prefix = "reels.editing")
public interface EditingConfig {
    /** How long the picture stays on after the speech, in seconds; a finished ad allows 0.6 at most. */
    @WithDefault("0.4")
    double tailSeconds();

    /** How long one asset fades into the next, in seconds. */
    @WithDefault("0.4")
    double crossFadeSeconds();

    /**
     * The shorter side of the finished picture in pixels, even, 180 to 1080. What is below 1080 is for drafts, which cost
     * a fraction.
     */
    @WithDefault("1080")
    int shortSide();

    /** Where the bubble of {@code AVATAR_BUBBLE} is. */
    @WithDefault("lower-left")
    Corner bubbleCorner();

    /** How much the composite loses: MPEG-4's quantizer, 1 (least) to 31. It is encoded again for delivery. */
    @WithDefault("3")
    int quantizer();

    /** The ad's integrated loudness, in LUFS. */
    @WithDefault("-14")
    double loudness();

    /** The highest true peak of the encoded sound, in dBTP. */
    @WithDefault("-1.2")
    double truePeak();

    /** Bit rate of the sound, in bits a second. */
    @WithDefault("192000")
    long soundBitRate();

    /**
     * Whether the picture is only planned here, and drawn by the caption stage in the same pass as the captions. It costs
     * less in all, and holds up the caption stage: for installations that make one ad at a time.
     */
    @WithDefault("false")
    boolean onePass();
}
