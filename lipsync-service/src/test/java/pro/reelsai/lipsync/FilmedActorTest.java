package pro.reelsai.lipsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.lipsync.local.FilmedAnimator;
import pro.reelsai.lipsync.local.IllustratedAnimator;
import pro.reelsai.lipsync.presenter.Presenters;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.PermanentStageException;

/** The whole stage but for the bucket, with actors who are not drawn: pixels go in, and pixels of the video are looked at. */
class FilmedActorTest {
    private static final double SPEECH_SECONDS = 1;

    /** How much of the region is dark where lips meet: the picture has a line there. */
    private static final double LINE_OF_THE_LIPS = 0.015;

    /** A vowel, an m, a vowel, between short pauses. */
    private static final SpeechMarks MARKS = new SpeechMarks(
            SPEECH_SECONDS,
            "test",
            List.of(new Word("ama", 0.2, 0.9)),
            List.of(
                    new Phone("pau", 0, 0.2),
                    new Phone("aa", 0.2, 0.5),
                    new Phone("m", 0.5, 0.6),
                    new Phone("aa", 0.6, 0.9),
                    new Phone("pau", 0.9, SPEECH_SECONDS)));

    private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");
    private final LipsyncConfig config = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(LipsyncConfig.class)
            .build()
            .getConfigMapping(LipsyncConfig.class);
    private final LipsyncStage stage = new LipsyncStage(List.of(
            new IllustratedAnimator(config, ffmpeg, ReelsJson.mapper()),
            new FilmedAnimator(config, ffmpeg, new MediaProbe("ffprobe", Duration.ofSeconds(15)), ReelsJson.mapper())));

    @TempDir
    private Path directory;

    private RehearsedJob job;

    @BeforeEach
    void writeTheSpeech() throws Exception {
        Path speech = directory.resolve("speech.mp3");
        Path words = directory.resolve("words.json");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("aevalsrc=0.5*sin(2*PI*220*t)*between(t\\,0.2\\,0.9):d=" + SPEECH_SECONDS)
                        .setFormat("lavfi")
                        .done()
                        .addOutput(speech)
                        .setAudioCodec("libmp3lame")
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(2)));
        ReelsJson.mapper().writeValue(words.toFile(), MARKS);
        job = new RehearsedJob(directory, speech, words, RehearsedJob.actor(LipsyncProvider.LOCAL, "leo"));
    }

    @Test
    void makesAPictureSpeakWithLipsThatMeetAtAnM() throws Exception {
        // Given
        Path picture = Likeness.still(ffmpeg, Presenters.LEO, directory.resolve("leo.png"));

        // When
        MediaResult result = (MediaResult) stage.run(job.by(picture));

        // Then
        assertThat(result.provider()).isEqualTo("local");
        assertThat(result.model()).contains("preview");
        DarkMouth mouth = DarkMouth.of(ffmpeg, result.files().getFirst().file(), directory);
        assertThat(mouth.openAt(0.32)).as("in the first vowel").isGreaterThan(0.15);
        assertThat(mouth.openAt(0.72)).as("in the second vowel").isGreaterThan(0.15);
        assertThat(mouth.openAt(0.05)).as("before the speech").isLessThan(LINE_OF_THE_LIPS);
        assertThat(mouth.openAt(0.53)).as("at the m between them").isLessThan(LINE_OF_THE_LIPS);
        assertThat(mouth.openAt(1.30)).as("after the speech").isLessThan(LINE_OF_THE_LIPS);
    }

    @Test
    void cutsAnActorOutOfAFilmThatIsShorterThanTheSpeech() throws Exception {
        // Given
        Path film = Likeness.film(ffmpeg, Presenters.AMARA, 12, directory.resolve("amara.mp4"));

        // When
        MediaResult result = (MediaResult) stage.run(job.by(film).in(LayoutType.ACTOR_CUTOUT));

        // Then
        assertThat(result.durationSeconds()).isBetween(SPEECH_SECONDS + 0.35, SPEECH_SECONDS + 0.5);
        Matte matte = Matte.of(ffmpeg, result.files().getFirst().file(), directory);
        assertThat(matte.frames()).isEqualTo((int) Math.round(result.durationSeconds() * 30));
        assertThat(matte.leastOpacity(0.45, 0.4, 0.55, 0.6)).as("of the face").isGreaterThan(0.95);
        assertThat(matte.greatestOpacity(0, 0, 1, 0.1)).as("above the head").isLessThan(0.05);
        assertThat(matte.greatestChange()).as("from frame to frame").isLessThan(0.02);
    }

    @Test
    void saysWhatToSupplyWhereNobodyIsSeen() throws Exception {
        // Given
        Path picture = directory.resolve("wall.png");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("testsrc2=size=320x240")
                        .setFormat("lavfi")
                        .done()
                        .addOutput(picture)
                        .setFrames(1)
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(1)));

        // When / Then
        assertThatThrownBy(() -> stage.run(job.by(picture)))
                .isInstanceOfSatisfying(PermanentStageException.class, e -> assertThat(e.code())
                        .isEqualTo(FailureCode.LIPSYNC_COULD_NOT_START))
                .hasMessageContaining("No face can be found")
                .hasMessageContaining("looks into the camera");
    }

    @Test
    void saysThatAnActorsVideoCannotBeRead() throws Exception {
        // Given
        Path text = Files.writeString(directory.resolve("actor.mp4"), "I am no film");

        // When / Then
        assertThatThrownBy(() -> stage.run(job.by(text)))
                .isInstanceOf(PermanentStageException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void isAnotherOutputThanTheIllustratedPresentersOfTheSameName() {
        // When / Then
        assertThat(stage.fingerprint(job.by(Path.of("leo.png")).request()))
                .isNotEqualTo(stage.fingerprint(job.request()));
    }
}
