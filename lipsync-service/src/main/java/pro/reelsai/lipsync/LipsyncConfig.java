package pro.reelsai.lipsync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the lip-sync stage can be told. */
@ConfigMapping(prefix = "reels.lipsync")
public interface LipsyncConfig {
    /** The illustrated presenters of the local provider. */
    Local local();

    /** The illustrated presenters of the local provider. */
    interface Local {
        /** The video's frame rate, in frames a second; the finished ad's is 30. */
        @WithDefault("30")
        int framesPerSecond();

        /** How long the presenter stays on after the speech, in seconds; the finished ad allows 0.6 at most. */
        @WithDefault("0.4")
        double tailSeconds();

        /** How fast the video is encoded: a preset of x264. It is encoded again for delivery. */
        @WithDefault("veryfast")
        String preset();

        /** How much is lost in encoding: x264's constant rate factor, 0 (nothing) to 51. */
        @WithDefault("14")
        int quality();
    }
}
