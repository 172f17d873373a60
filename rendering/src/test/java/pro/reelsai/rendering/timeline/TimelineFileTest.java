package pro.reelsai.rendering.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.runtime.json.ReelsJson;

class TimelineFileTest {
    private static final ObjectMapper JSON = ReelsJson.mapper();

    @TempDir
    private Path directory;

    @Test
    void readsWhatItHasWritten() throws IOException {
        // Given
        Timeline timeline = new Timeline(
                1080,
                1920,
                30,
                90,
                List.of(
                        new Track(
                                new Box(0, 0, 1080, 1920),
                                Outline.RECTANGLE,
                                List.of(
                                        new Shot.Still(0, 0, 40, 0, Move.ZOOM_IN),
                                        new Shot.Clip(1, 40, 90, 12, new ClipTiming(0.5, 1.25, 1)))),
                        new Track(new Box(70, 1108, 410, 410), Outline.ROUND, List.of(new Shot.Actor(0, 90)))));

        // When
        Path file = TimelineFile.write(timeline, directory, JSON);

        // Then
        assertThat(TimelineFile.read(file, JSON)).isEqualTo(timeline);
        assertThat(file)
                .content()
                .contains("\"model\":\"timeline-1\"", "\"kind\":\"clip\"", "\"frames_per_second\":30");
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("newer.json"), "{\"model\":\"timeline-2\",\"scenes\":[]}");

        // Then
        assertThatExceptionOfType(TimelineFile.UnknownModelException.class)
                .isThrownBy(() -> TimelineFile.read(file, JSON))
                .withMessageContaining("timeline-2");
    }

    @Test
    void refusesATimelineThatCannotBe() throws IOException {
        // Given
        Path file = Files.writeString(
                directory.resolve("gap.json"),
                "{\"model\":\"timeline-1\",\"timeline\":{\"width\":10,\"height\":10,\"frames_per_second\":30,\"frames\":9,"
                        + "\"tracks\":[{\"box\":{\"x\":0,\"y\":0,\"width\":10,\"height\":10},\"outline\":\"RECTANGLE\","
                        + "\"shots\":[{\"kind\":\"actor\",\"start\":3,\"end\":9}]}]}}");

        // Then
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TimelineFile.read(file, JSON))
                .withMessageContaining("do not join");
    }
}
