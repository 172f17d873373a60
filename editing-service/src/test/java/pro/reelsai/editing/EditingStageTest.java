package pro.reelsai.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.TimelineFile;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ProducedFile;

/** Renders a short ad out of a still and a clip that is too short, and looks at the result. */
class EditingStageTest {
    private static final double SPEECH = 5.6;

    @TempDir
    private static Path directory;

    private static Path speech;
    private static Path actor;
    private static Path still;
    private static Bench bench;
    private static Path composite;

    @BeforeAll
    static void renders() throws Exception {
        speech = Media.speech(directory.resolve("speech.mp3"), SPEECH);
        actor = Media.actor(directory.resolve("actor.mp4"), SPEECH + 0.4);
        still = Media.make(directory.resolve("still.jpg"), "-f lavfi -i testsrc2=s=1600x1200 -frames:v 1 -q:v 2");
        Path clip = Media.make(
                directory.resolve("clip.mp4"),
                "-f lavfi -i testsrc2=s=640x360:r=24:d=1.2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        bench = new Bench(Files.createDirectories(directory.resolve("job")))
                .with(AssetType.IMAGE, still, "A mug; with 'odd' [name]")
                .with(AssetType.VIDEO, clip, null)
                .spoken(speech, Speeches.of(SPEECH, 7), actor);
        composite = bench.run();
    }

    @Test
    void composesAtTheDeliverySizeAndRate() {
        assertThat(Media.probe(
                        composite,
                        "v",
                        "stream=width,height,pix_fmt,r_frame_rate,color_range,color_space,nb_read_packets"))
                .containsExactly("1080", "1920", "yuv420p", "tv", "bt709", "30/1", "180");
    }

    @Test
    void makesASmallPreviewOfItThatBrowsersShow() {
        // Given
        Path preview = directory.resolve("job/preview_video.mp4");

        // Then
        assertThat(Media.probe(preview, "v", "stream=codec_name,width,height,pix_fmt,r_frame_rate"))
                .containsExactly("h264", "360", "640", "yuv420p", "15/1");
        assertThat(Media.probe(preview, "a", "stream=codec_name,nb_read_packets"))
                .isEqualTo(Media.probe(composite, "a", "stream=codec_name,nb_read_packets"));
        assertThat(Media.colour(preview, 2, 180, 467)[1]).isCloseTo(0xA0, within(14));
        assertThat(preview.toFile().length()).isLessThan(composite.toFile().length() / 4);
    }

    @Test
    void makesTheSameFilesOfTheSameInputs() throws Exception {
        // Given
        Path first = Files.createDirectories(directory.resolve("first"));
        Path second = Files.createDirectories(directory.resolve("second"));

        // When
        List<ProducedFile> once = draft(first).result().files();
        List<ProducedFile> again = draft(second).result().files();

        // Then
        assertThat(once)
                .extracting(ProducedFile::artifact)
                .containsExactly(Artifact.COMPOSITE_VIDEO, Artifact.PREVIEW_VIDEO);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).file()).hasSameBinaryContentAs(once.get(i).file());
        }
    }

    private static Bench draft(Path job) throws IOException {
        return new Bench(job)
                .set("short-side", "270")
                .with(AssetType.IMAGE, still, null)
                .with(AssetType.IMAGE, still, null)
                .spoken(speech, Speeches.of(SPEECH, 7), actor);
    }

    @Test
    void endsWithinHalfASecondAfterTheSpeech() {
        double seconds = Double.parseDouble(
                Media.probe(composite, "v", "format=duration").getLast());

        assertThat(seconds).isBetween(SPEECH, SPEECH + 0.5);
    }

    @Test
    void givesTheFinalSound() {
        assertThat(Media.probe(composite, "a", "stream=codec_name,sample_rate,channels"))
                .containsExactly("aac", "48000", "2");
        String log = Media.log(composite, "-af", "ebur128=peak=true:framelog=verbose");
        assertThat(measured(log, "I:\\s+(\\S+) LUFS")).isCloseTo(-14, within(0.5));
        assertThat(measured(log, "Peak:\\s+(\\S+) dBFS")).isLessThanOrEqualTo(-1);
    }

    @Test
    void copiesTheSoundToItsEnd() {
        // Given
        Path mastered = directory.resolve("job/sound.m4a");

        // Then
        assertThat(Media.probe(composite, "a", "stream=nb_read_packets"))
                .isEqualTo(Media.probe(mastered, "a", "stream=nb_read_packets"));
    }

    @Test
    void neverStandsStillNorGoesBlack() {
        assertThat(Media.log(composite, "-vf", "blackdetect=d=0.1,freezedetect=d=2,crop=iw:ih/2:0:0"))
                .doesNotContain("black_start")
                .doesNotContain("freeze_start");
        assertThat(Media.log(composite, "-vf", "crop=iw:ih/2:0:0,freezedetect=d=1"))
                .as("the assets' half alone")
                .doesNotContain("freeze_start");
    }

    @Test
    void showsTheMiddleOfTheActorBelow() {
        assertThat(Media.colour(composite, 2, 540, 1400)[1]).isCloseTo(0xA0, within(14));
        assertThat(Media.colour(composite, 2, 540, 1400)[0]).isCloseTo(0x20, within(14));
    }

    @Test
    void tellsHowFarItIsAndNeverGoesBack() {
        assertThat(bench.progress).isSorted().last().isEqualTo(100);
    }

    @Test
    void onlyPlansThePictureWhereTheCaptionStageDrawsIt() throws Exception {
        // Given
        Bench planning = draft(Files.createDirectories(directory.resolve("planning")));
        Fingerprint composed = planning.fingerprint();

        // When
        MediaResult result = planning.set("one-pass", "true").result();

        // Then
        assertThat(result.files())
                .extracting(ProducedFile::artifact)
                .containsExactly(Artifact.TIMELINE, Artifact.SOUND);
        Timeline timeline = TimelineFile.read(result.files().get(0).file(), ReelsJson.mapper());
        assertThat(timeline.seconds()).isEqualTo(result.durationSeconds()).isBetween(SPEECH, SPEECH + 0.5);
        assertThat(timeline.tracks()).hasSize(2);
        String log = Media.log(result.files().get(1).file(), "-af", "ebur128=peak=true:framelog=verbose");
        assertThat(measured(log, "I:\\s+(\\S+) LUFS")).isCloseTo(-14, within(0.5));
        assertThat(planning.fingerprint()).isNotEqualTo(composed);
    }

    @Test
    void namesTheAssetThatCannotBeRead() throws Exception {
        // Given
        Path text = Files.writeString(directory.resolve("broken.jpg"), "this is no picture");
        Bench broken = new Bench(Files.createDirectories(directory.resolve("broken")))
                .with(AssetType.IMAGE, still, null)
                .with(AssetType.IMAGE, text, "The blue mug")
                .spoken(speech, Speeches.of(SPEECH, 7), actor);

        // Then
        assertThatThrownBy(broken::run)
                .isInstanceOfSatisfying(PermanentStageException.class, e -> assertThat(e.code())
                        .isEqualTo(FailureCode.ASSET_UNREADABLE))
                .hasMessageContaining("Asset 2")
                .hasMessageContaining("The blue mug");
    }

    private static double measured(String log, String pattern) {
        List<MatchResult> results =
                Pattern.compile(pattern).matcher(log).results().toList();
        return Double.parseDouble(results.getLast().group(1));
    }
}
