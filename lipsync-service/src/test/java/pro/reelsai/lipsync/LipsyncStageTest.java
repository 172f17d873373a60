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
import pro.reelsai.lipsync.local.IllustratedAnimator;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ProducedFile;

/** The whole stage but for the bucket: a speech goes in, FFmpeg and the drawing run, the video that comes out is decoded. */
class LipsyncStageTest {
    private static final double SPEECH_SECONDS = 2;

    /** A second of "mama-ish" speech between two pauses; the second pause is half a second long. */
    private static final SpeechMarks MARKS = new SpeechMarks(
            SPEECH_SECONDS,
            "test",
            List.of(new Word("mama", 0.4, 1.4)),
            List.of(
                    new Phone("pau", 0, 0.4),
                    new Phone("m", 0.4, 0.5),
                    new Phone("aa", 0.5, 0.9),
                    new Phone("m", 0.9, 1.0),
                    new Phone("aa", 1.0, 1.4),
                    new Phone("pau", 1.4, SPEECH_SECONDS)));

    private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");
    private final LipsyncStage stage = new LipsyncStage(List.of(new IllustratedAnimator(
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(LipsyncConfig.class)
                    .build()
                    .getConfigMapping(LipsyncConfig.class),
            ffmpeg,
            ReelsJson.mapper())));

    @TempDir
    private Path directory;

    private Path speech;
    private Path words;

    @BeforeEach
    void writeTheSpeech() throws Exception {
        speech = directory.resolve("speech.mp3");
        words = directory.resolve("words.json");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("aevalsrc=0.5*sin(2*PI*220*t)*between(t\\,0.4\\,1.4):d=2")
                        .setFormat("lavfi")
                        .done()
                        .addOutput(speech)
                        .setAudioCodec("libmp3lame")
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(2)));
        ReelsJson.mapper().writeValue(words.toFile(), MARKS);
    }

    @Test
    void makesASilentPortraitVideoThatOutlastsTheSpeechALittle() throws Exception {
        // Given
        RehearsedJob job = job("maya");

        // When
        MediaResult result = (MediaResult) stage.run(job);

        // Then
        ProducedFile video = result.files().getFirst();
        assertThat(video.artifact()).isEqualTo(Artifact.LIPSYNC_VIDEO);
        assertThat(video.file()).hasFileName("lipsync_video_maya.mp4");
        MediaInfo info = new MediaProbe("ffprobe", Duration.ofSeconds(15)).probe(video.file());
        assertThat(info.audio()).isEmpty();
        assertThat(info.durationSeconds()).isBetween(SPEECH_SECONDS + 0.35, SPEECH_SECONDS + 0.5);
        assertThat(info.video()).hasValueSatisfying(picture -> {
            assertThat(picture.codec()).isEqualTo("h264");
            assertThat(picture.pixelFormat()).isEqualTo("yuv420p");
            assertThat(picture.width()).isEqualTo(720);
            assertThat(picture.height()).isEqualTo(1280);
            assertThat(picture.framesPerSecond()).isEqualTo(30);
        });
        assertThat(job.lastPercent()).isEqualTo(100);
    }

    @Test
    void movesTheMouthDuringSpeechAndHoldsItShutInPauses() throws Exception {
        // Given
        MediaResult result = (MediaResult) stage.run(job("maya"));

        // When
        DarkMouth mouth = DarkMouth.of(ffmpeg, result.files().getFirst().file(), directory);

        // Then
        assertThat(mouth.openAt(0.70)).as("in the first vowel").isGreaterThan(0.05);
        assertThat(mouth.openAt(1.15)).as("in the second vowel").isGreaterThan(0.05);
        assertThat(mouth.openAt(0.20)).as("before the speech").isLessThan(0.005);
        assertThat(mouth.openAt(0.92)).as("at the m between them").isLessThan(0.01);
        assertThat(mouth.openAt(1.70)).as("in the pause").isLessThan(0.005);
        assertThat(mouth.openAt(2.30)).as("after the speech").isLessThan(0.005);
    }

    @Test
    void namesTheOutputByTheActorAndTheSpeech() {
        // Given
        RehearsedJob job = job("maya");

        // When
        var fingerprint = stage.fingerprint(job.request());

        // Then
        assertThat(stage.fingerprint(job("maya").request())).isEqualTo(fingerprint);
        assertThat(stage.fingerprint(job("leo").request())).isNotEqualTo(fingerprint);
        assertThat(stage.fingerprint(job.withSpeech("f".repeat(64)).request())).isNotEqualTo(fingerprint);
    }

    @Test
    void saysWhatToSetUpForAnActorOfAProviderThatIsNotThere() {
        // Given
        RehearsedJob job =
                new RehearsedJob(directory, speech, words, RehearsedJob.actor(LipsyncProvider.REPLICATE, "emma"));

        // When / Then
        assertThatThrownBy(() -> stage.run(job))
                .isInstanceOfSatisfying(PermanentStageException.class, e -> assertThat(e.code())
                        .isEqualTo(FailureCode.LIPSYNC_COULD_NOT_START))
                .hasMessageContaining("REPLICATE_API_TOKEN");
    }

    @Test
    void saysThatAPresenterIsGone() {
        // Given
        RehearsedJob job = job("somebody");

        // When / Then
        assertThatThrownBy(() -> stage.run(job))
                .isInstanceOf(PermanentStageException.class)
                .hasMessageContaining("choose another actor");
        assertThat(Files.exists(directory.resolve("lipsync_video_somebody.mp4")))
                .isFalse();
    }

    private RehearsedJob job(String presenter) {
        Actor actor = RehearsedJob.actor(LipsyncProvider.LOCAL, presenter);
        return new RehearsedJob(directory, speech, words, actor);
    }
}
