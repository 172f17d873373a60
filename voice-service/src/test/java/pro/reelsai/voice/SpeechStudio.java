package pro.reelsai.voice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Product;
import pro.reelsai.model.Script;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.Voice;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.ProducedFile;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;
import pro.reelsai.voice.sound.SpeechMastering;
import pro.reelsai.voice.speech.Speech;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.speech.SpeechSynthesizer;
import pro.reelsai.voice.speech.local.LocalSynthesizer;

/** The voice stage with the real engines and the real FFmpeg, outside of the container. */
final class SpeechStudio {
    static final int RATE = 48_000;
    private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");
    private final VoiceStage stage;
    private final Path directory;

    SpeechStudio(VoiceConfig config, Path directory) {
        this.directory = directory;
        this.stage = new VoiceStage(
                config,
                List.of(
                        new LocalSynthesizer(config),
                        new Keyless(TtsProvider.OPENAI, "OPENAI_API_KEY"),
                        new Keyless(TtsProvider.ELEVEN_LABS, "ELEVEN_LABS_API_KEY")),
                new SpeechMastering(ffmpeg),
                ReelsJson.mapper());
    }

    VoiceStage stage() {
        return stage;
    }

    /** Speaks a script and reads back what the stages behind will read. */
    Spoken speak(String script, String voice) throws StageException, IOException, InterruptedException, MediaException {
        MediaResult result = stage.run(job(request(script, TtsProvider.LOCAL, voice)));
        return spoken(result, ffmpeg);
    }

    /** What the stages behind will read. */
    static Spoken spoken(MediaResult result, Ffmpeg ffmpeg) throws IOException, InterruptedException, MediaException {
        Path mp3 = file(result, Artifact.SPEECH);
        SpeechMarks marks =
                ReelsJson.mapper().readValue(file(result, Artifact.WORDS).toFile(), SpeechMarks.class);
        return new Spoken(result, mp3, marks, decode(mp3, ffmpeg));
    }

    MediaResult run(StageRequested request) throws StageException, IOException, InterruptedException {
        return stage.run(job(request));
    }

    static StageRequested request(String script, TtsProvider provider, String voice) {
        return request(script, provider, voice, "en");
    }

    static StageRequested request(String script, TtsProvider provider, String voice, String language) {
        Product product = new Product(UUID.randomUUID(), "Brew Buddy", "A pocket grinder.", null);
        VideoConfiguration configuration =
                new VideoConfiguration(30, "campers", "Try it", "fun", AspectRatio.PORTRAIT, null, language);
        StageContext context = new StageContext(
                product,
                configuration,
                new Script(UUID.randomUUID(), "Title", script),
                new Voice(UUID.randomUUID(), "Sam", provider, voice),
                null,
                null,
                List.of(),
                Map.of());
        Instant now = Instant.now();
        return new StageRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Stage.VOICE,
                1,
                now,
                now.plusSeconds(600),
                context);
    }

    static Path file(MediaResult result, Artifact artifact) {
        return result.files().stream()
                .filter(file -> file.artifact() == artifact)
                .map(ProducedFile::file)
                .findFirst()
                .orElseThrow();
    }

    /** Decodes as the later stages do: through FFmpeg, to 48 kHz. */
    private static float[] decode(Path mp3, Ffmpeg ffmpeg) throws IOException, InterruptedException, MediaException {
        Path raw = mp3.resolveSibling("decoded.f32");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(mp3.toString())
                        .done()
                        .overrideOutputFiles(true)
                        .addOutput(raw.toString())
                        .setFormat("f32le")
                        .setAudioSampleRate(RATE)
                        .setAudioChannels(1)
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(60)));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(samples);
        return samples;
    }

    private StageJob job(StageRequested request) throws IOException {
        return job(request, Files.createTempDirectory(directory, "job"));
    }

    static StageJob job(StageRequested request, Path own) {
        return new StageJob() {
            @Override
            public StageRequested request() {
                return request;
            }

            @Override
            public Path directory() {
                return own;
            }

            @Override
            public Path fetch(ObjectKey key) {
                throw new AssertionError("The voice stage needs no object of the bucket");
            }

            @Override
            public void progress(int percent, @Nullable String detail) {}

            @Override
            public void checkStillWanted() {}
        };
    }

    /** A vendor whose key is not set. */
    private record Keyless(TtsProvider provider, String key) implements SpeechSynthesizer {
        @Override
        public String settings() {
            return "";
        }

        @Override
        public Optional<String> missing() {
            return Optional.of(key);
        }

        @Override
        public Speech speak(SpeechOrder order) {
            throw new AssertionError("Nobody can speak without a key");
        }
    }

    /** A finished speech with its decoded samples at {@link #RATE}. */
    record Spoken(MediaResult result, Path mp3, SpeechMarks marks, float[] samples) {
        double seconds() {
            return (double) samples.length / RATE;
        }
    }
}
