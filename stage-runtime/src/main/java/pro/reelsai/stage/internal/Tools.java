package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.reelsai.runtime.media.Ffmpeg;

/** What files are made with in this process. */
@ApplicationScoped
class Tools {
    private final Ffmpeg ffmpeg;
    private final String version;
    private volatile @Nullable Map<String, String> versions;

    Tools(Ffmpeg ffmpeg, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.ffmpeg = ffmpeg;
        this.version = version;
    }

    /**
     * The tools by name, with their versions.
     *
     * @throws IOException if FFmpeg cannot be asked
     */
    Map<String, String> versions() throws IOException {
        Map<String, String> known = versions;
        if (known == null) {
            known = Collections.unmodifiableMap(new TreeMap<>(
                    Map.of("reelsai", version, "java", Runtime.version().toString(), "ffmpeg", ffmpeg.version())));
            versions = known;
        }
        return known;
    }
}
