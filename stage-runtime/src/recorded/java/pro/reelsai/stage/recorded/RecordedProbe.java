package pro.reelsai.stage.recorded;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import pro.reelsai.runtime.media.MediaConfig;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;

/** ffprobe that has looked already: every file is an ad as it is delivered. */
@Alternative
@Priority(1)
@Singleton
public class RecordedProbe extends MediaProbe {
    private static final MediaInfo AD = new MediaInfo(
            "mov,mp4,m4a,3gp,3g2,mj2",
            Recording.SECONDS,
            Optional.of(new MediaInfo.Video("h264", "High", 1080, 1920, 30, "yuv420p", 0)),
            Optional.of(new MediaInfo.Audio("aac", 48_000, 2)));

    @Inject
    public RecordedProbe(MediaConfig config) {
        super(config);
    }

    @Override
    public MediaInfo probe(Path file) {
        return AD;
    }
}
