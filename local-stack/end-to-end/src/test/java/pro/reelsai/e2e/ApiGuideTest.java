package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.local.demo.Samples;

/** The examples of {@code docs/api.md}. */
@ExtendWith(Suite.class)
class ApiGuideTest {
    @Test
    void runsFromTopToBottom() throws Exception {
        // Given
        Guide guide = new Guide("api.md");
        assertThat(guide.examples()).hasSizeGreaterThan(15);
        Path folder = Suite.folder("guide");
        Path picture = Samples.assets(Suite.folder("guide-samples")).stream()
                .filter(file -> file.toString().endsWith(".jpg"))
                .findFirst()
                .orElseThrow();
        Files.write(folder.resolve("bottle.jpg"), Files.readAllBytes(picture));

        // When
        guide.run(
                folder,
                Map.of(
                        "GATEWAY", Suite.gateway(),
                        "TOKEN", Suite.token("authenticated"),
                        "OPERATOR_TOKEN", Suite.token("service_role")));

        // Then
        assertThat(Tool.output(
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_streams",
                        folder.resolve("ad.mp4").toString()))
                .asString()
                .contains("codec_type=video", "codec_type=audio", "width=1080", "height=1920");
        assertThat(Tool.output(
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_streams",
                        folder.resolve("ad_1x1.mp4").toString()))
                .asString()
                .contains("codec_type=audio", "width=1080", "height=1080");
    }
}
