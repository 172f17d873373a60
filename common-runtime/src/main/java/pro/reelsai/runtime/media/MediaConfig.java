package pro.reelsai.runtime.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the media tools are and how long they may take. */
@ConfigMapping(prefix = "reels.media")
public interface MediaConfig {
    /** The FFmpeg executable, a path or a name on the PATH. */
    @WithDefault("ffmpeg")
    String ffmpeg();

    /** The ffprobe executable, a path or a name on the PATH. */
    @WithDefault("ffprobe")
    String ffprobe();

    /** How long ffprobe may look at one file. */
    @WithDefault("15s")
    Duration probeTimeout();
}
