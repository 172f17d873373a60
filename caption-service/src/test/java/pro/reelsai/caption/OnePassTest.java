package pro.reelsai.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.TransientStageException;

/** Draws a small ad out of a timeline: a red picture, then a blue clip, above a green actor. */
class OnePassTest {
    private static final String TIMELINE = """
            {"model":"timeline-1","timeline":{"width":360,"height":640,"frames_per_second":30,"frames":90,"tracks":[
              {"box":{"x":0,"y":0,"width":360,"height":320},"outline":"RECTANGLE","shots":[
                {"kind":"still","asset":0,"start":0,"end":45,"fade":0,"move":"ZOOM_IN"},
                {"kind":"clip","asset":1,"start":45,"end":90,"fade":12,
                  "timing":{"from":0.0,"slowdown":1.0,"repeats":0}}]},
              {"box":{"x":0,"y":320,"width":360,"height":320},"outline":"RECTANGLE","shots":[
                {"kind":"actor","start":0,"end":90}]}]}}
            """;
    private static final SpeechMarks MARKS =
            new SpeechMarks(2.6, "test", List.of(new Word("Stop", 0.2, 0.9), new Word("wasting", 1.0, 1.8)), List.of());

    @TempDir
    private static Path directory;

    private static Path red;
    private static Path blue;
    private static Path actor;
    private static Path sound;
    private static Path video;
    private static Bench bench;

    @BeforeAll
    static void renders() throws Exception {
        red = made("red.png", "-f lavfi -i color=c=red:s=400x300 -frames:v 1");
        blue = made("blue.mp4", "-f lavfi -i color=c=blue:s=400x300:r=25:d=3 -c:v libx264 -pix_fmt yuv420p");
        actor = made("actor.mp4", "-f lavfi -i color=c=green:s=360x640:r=30:d=3 -c:v libx264 -pix_fmt yuv420p");
        sound = made("sound.m4a", "-f lavfi -i sine=f=300:d=3:r=48000 -ac 2 -c:a aac -b:a 160k");
        bench = new Bench(job("it's [a], job: one")).of(TIMELINE, sound, actor, List.of(red, blue), MARKS);
        video = bench.run();
    }

    @Test
    void drawsWhatTheTimelineSays() {
        assertThat(colour(1, 100, 60)).as("the picture").satisfies(rgb -> assertThat(rgb[0])
                .isGreaterThan(180));
        assertThat(colour(2.5, 100, 60)).as("the clip").satisfies(rgb -> assertThat(rgb[2])
                .isGreaterThan(180));
        assertThat(colour(1, 100, 500)).as("the actor").satisfies(rgb -> {
            assertThat(rgb[1]).isGreaterThan(90);
            assertThat(rgb[0]).isLessThan(60);
        });
    }

    @Test
    void drawsTheCaptionsOverIt() {
        byte[] seam = Tools.run(
                "ffmpeg -v error -ss 0.6 -i @ -frames:v 1 -vf crop=360:60:0:290,format=gray -f rawvideo -", video);
        int bright = 0;
        for (byte pixel : seam) {
            bright += (pixel & 255) > 200 ? 1 : 0;
        }

        assertThat(bright).isGreaterThan(50);
    }

    @Test
    void encodesForDeliveryAndCopiesTheSound() {
        String hash = "ffmpeg -v error -i @ -map 0:a -c copy -f streamhash -";

        assertThat(Tools.text(
                        "ffprobe -v error -select_streams v -show_entries "
                                + "stream=codec_name,profile,width,height,pix_fmt,r_frame_rate,nb_frames @",
                        video))
                .contains("codec_name=h264", "profile=High", "width=360", "height=640", "pix_fmt=yuv420p")
                .contains("r_frame_rate=30/1", "nb_frames=90");
        assertThat(Tools.text(hash, video)).isEqualTo(Tools.text(hash, sound));
    }

    @Test
    void tellsHowFarItIsAndNeverGoesBack() {
        assertThat(bench.progress).isSorted().last().isEqualTo(100);
    }

    @Test
    void namesTheAssetThatCannotBeDecoded() throws Exception {
        // Given
        byte[] bytes = Files.readAllBytes(blue);
        Arrays.fill(bytes, 48, bytes.length / 2, (byte) 0);
        Path broken = Files.write(directory.resolve("broken.mp4"), bytes);
        Bench other = new Bench(job("broken")).of(TIMELINE, sound, actor, List.of(red, broken), MARKS);

        // Then
        assertThatThrownBy(other::run)
                .isInstanceOfSatisfying(PermanentStageException.class, e -> assertThat(e.code())
                        .isEqualTo(FailureCode.ASSET_UNREADABLE))
                .hasMessageContaining("Asset 2");
    }

    @Test
    void waitsForANewerServiceWhenItDoesNotKnowTheTimelinesVersion() throws Exception {
        // Given
        Bench newer = new Bench(job("newer"))
                .of(TIMELINE.replace("timeline-1", "timeline-2"), sound, actor, List.of(red, blue), MARKS);

        // Then
        assertThatThrownBy(newer::run).isInstanceOf(TransientStageException.class);
    }

    private static int[] colour(double at, int x, int y) {
        byte[] rgb = Tools.run(
                "ffmpeg -v error -ss %s -i @ -frames:v 1 -vf crop=2:2:%d:%d,scale=1:1,format=rgb24 -f rawvideo -"
                        .formatted(at, x, y),
                video);
        return new int[] {rgb[0] & 255, rgb[1] & 255, rgb[2] & 255};
    }

    private static Path job(String name) throws Exception {
        return Files.createDirectories(directory.resolve(name));
    }

    private static Path made(String name, String arguments) {
        Path file = directory.resolve(name);
        Tools.run("ffmpeg -y -v error " + arguments + " @", file);
        return file;
    }
}
