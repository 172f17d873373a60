package pro.reelsai.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.stage.PermanentStageException;

/** Renders a short ad and looks at its pixels. */
class CaptionStageTest {
    private static final double SECONDS = 4;
    private static final SpeechMarks MARKS = new SpeechMarks(
            3.6,
            "test",
            List.of(
                    new Word("Stop", 0.21, 0.5),
                    new Word("{\\an8}wasting", 0.55, 1.0),
                    new Word("hours,", 1.05, 1.4),
                    new Word("\\Nfriends!", 1.47, 1.9),
                    new Word("Wholeheartedly", 2.4, 2.95),
                    new Word("great", 3.03, 3.5)),
            List.of());

    @TempDir
    private static Path directory;

    private static Path composite;
    private static Path video;

    @BeforeAll
    static void renders() throws Exception {
        composite = directory.resolve("composite.mp4");
        Tools.run(
                "ffmpeg -y -v error -f lavfi -i color=c=0x506070:s=1080x1920:r=30:d=4 -f lavfi -i sine=f=300:d=4:r=48000"
                        + " -ac 2 -c:v mpeg4 -q:v 2 -c:a aac -b:a 160k -metadata title=secret @",
                composite);
        video = new Bench(Files.createDirectories(directory.resolve("it's [a], job: one")))
                .of(composite, MARKS)
                .run();
    }

    @Test
    void encodesForDelivery() {
        String facts = Tools.text(
                "ffprobe -v error -select_streams v -show_entries "
                        + "stream=codec_name,profile,width,height,pix_fmt,r_frame_rate,color_space,color_range,nb_frames @",
                video);

        assertThat(facts)
                .contains("codec_name=h264", "profile=High", "width=1080", "height=1920", "pix_fmt=yuv420p")
                .contains("r_frame_rate=30/1", "color_space=bt709", "color_range=tv", "nb_frames=120");
    }

    @Test
    void copiesTheSoundBitByBit() {
        String hash = "ffmpeg -v error -i @ -map 0:a -c copy -f streamhash -";

        assertThat(Tools.text(hash, video)).isEqualTo(Tools.text(hash, composite));
    }

    @Test
    void startsFastAndTellsNothingPrivate() throws IOException {
        String bytes = Files.readString(video, StandardCharsets.ISO_8859_1);

        assertThat(bytes.indexOf("moov")).isLessThan(bytes.indexOf("mdat"));
        assertThat(bytes).doesNotContain("secret").doesNotContain("x264 - core").doesNotContain("Lavf");
    }

    @Test
    void carriesTheFingerprintOfItsInputs() {
        assertThat(Tools.text("ffprobe -v error -show_entries format_tags=comment -of default=nk=1:nw=1 @", video))
                .matches("[0-9a-f]{64}\\s*");
    }

    @Test
    void makesTheSameFileOfTheSameInputs() throws Exception {
        // When
        Path again = new Bench(Files.createDirectories(directory.resolve("again")))
                .of(composite, MARKS)
                .run();

        // Then
        assertThat(again).hasSameBinaryContentAs(video);
    }

    @Test
    void movesTheHighlightWhenAWordBegins() {
        // Given
        List<Double> changes = changesOfHighlight();

        // Then
        for (Word word : MARKS.words()) {
            assertThat(changes).as(word.text()).anySatisfy(change -> assertThat(change)
                    .isCloseTo(word.start(), within(0.034)));
        }
        assertThat(changes)
                .as("nothing lights up but a word that begins, or still grows")
                .allSatisfy(change -> assertThat(MARKS.words())
                        .anySatisfy(word -> assertThat(change).isBetween(word.start() - 0.034, word.start() + 0.13)));
    }

    @Test
    void drawsInsideTheSafeAreaOnly() {
        // Given
        byte[] touched =
                Tools.run("ffmpeg -v error -i @ -vf fps=5,format=gray,scale=108:192:flags=area -f rawvideo -", video);
        int ground = Byte.toUnsignedInt(touched[0]);

        // Then
        for (int i = 0; i < touched.length; i++) {
            int x = i % 108;
            int y = i / 108 % 192;
            if (x < 6 || x >= 102 || y < 86 || y > 106) {
                assertThat(Byte.toUnsignedInt(touched[i])).as("%d,%d", x, y).isCloseTo(ground, within(4));
            }
        }
    }

    @Test
    void failsForGoodWhenThereIsNothingToCaption() {
        assertThatThrownBy(() -> new Bench(directory).run())
                .isInstanceOf(PermanentStageException.class)
                .hasMessageContaining("missing");
    }

    /** The moments at which many pixels become yellow that were not. */
    private static List<Double> changesOfHighlight() {
        int width = 270;
        int height = 40;
        byte[] rgb = Tools.run(
                "ffmpeg -v error -i @ -vf crop=1080:160:0:880,scale=%d:%d,format=rgb24 -f rawvideo -"
                        .formatted(width, height),
                video);
        int frames = rgb.length / (3 * width * height);
        List<Double> changes = new ArrayList<>();
        for (int frame = 1; frame < frames; frame++) {
            int risen = 0;
            for (int pixel = 0; pixel < width * height; pixel++) {
                boolean now = isYellow(rgb, 3 * (frame * width * height + pixel));
                boolean before = isYellow(rgb, 3 * ((frame - 1) * width * height + pixel));
                risen += now && !before ? 1 : 0;
            }
            if (risen > 120) {
                changes.add(frame / 30.0);
            }
        }
        assertThat(frames / 30.0).isCloseTo(SECONDS, within(0.04));
        return changes;
    }

    private static boolean isYellow(byte[] rgb, int at) {
        return (rgb[at] & 255) > 180 && (rgb[at + 1] & 255) > 140 && (rgb[at + 2] & 255) < 110;
    }
}
