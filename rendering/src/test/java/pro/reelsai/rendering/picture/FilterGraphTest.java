package pro.reelsai.rendering.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.reelsai.rendering.timeline.Box;
import pro.reelsai.rendering.timeline.ClipTiming;
import pro.reelsai.rendering.timeline.Move;
import pro.reelsai.rendering.timeline.Outline;
import pro.reelsai.rendering.timeline.Shot;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.Track;

class FilterGraphTest {
    private static final int FRAMES = 24;
    private static final List<Shot> FADING = List.of(
            new Shot.Still(0, 0, 8, 0, Move.ZOOM_IN),
            new Shot.Clip(1, 8, 16, 4, new ClipTiming(0, 1, 0)),
            new Shot.Still(2, 16, FRAMES, 4, Move.PAN_LEFT));

    @Test
    void crossFadesStayInTheFormatOfTheirPictures() throws Exception {
        // Given
        Track pictures = new Track(new Box(0, 0, 64, 64), Outline.RECTANGLE, FADING);
        Track actor = new Track(new Box(0, 64, 64, 64), Outline.RECTANGLE, List.of(new Shot.Actor(0, FRAMES)));

        // When
        String log = draw(new Timeline(64, 128, 30, FRAMES, List.of(pictures, actor)));

        // Then
        assertThat(log).contains("frame=   24").doesNotContain("auto-inserting filter");
    }

    @Test
    void cutsStayInTheFormatOfTheirPictures() throws Exception {
        // Given
        List<Shot> cut = List.of(
                new Shot.Still(0, 0, 8, 0, Move.ZOOM_OUT),
                new Shot.Actor(8, 16),
                new Shot.Still(2, 16, FRAMES, 0, Move.PAN_RIGHT));

        // When
        String log = draw(
                new Timeline(64, 64, 30, FRAMES, List.of(new Track(new Box(0, 0, 64, 64), Outline.RECTANGLE, cut))));

        // Then
        assertThat(log).contains("frame=   24").doesNotContain("auto-inserting filter");
    }

    /** Draws a timeline of up to four shots, each from a generated picture, and returns what FFmpeg says while it does. */
    private static String draw(Timeline timeline) throws IOException, InterruptedException {
        List<ShotSource> sources = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-nostdin", "-v", "verbose"));
        for (Track track : timeline.tracks()) {
            for (Shot shot : track.shots()) {
                sources.add(new ShotSource(Path.of("generated"), 0, shot instanceof Shot.Clip ? "scale=64:64" : ""));
                int frames = shot instanceof Shot.Still ? 1 : FRAMES;
                command.addAll(List.of(
                        "-f", "lavfi", "-i", "testsrc2=s=128x128:r=30,format=yuv420p,trim=end_frame=" + frames));
            }
        }
        String graph = FilterGraph.of(timeline, sources, new Colours("bt709", "bt709"));
        command.addAll(List.of("-filter_complex", graph));
        command.addAll(List.of("-map", FilterGraph.OUTPUT, "-c:v", "wrapped_avframe", "-f", "null", "-"));
        Process ffmpeg = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(ffmpeg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ffmpeg.waitFor()).as(log).isZero();
        return log;
    }
}
