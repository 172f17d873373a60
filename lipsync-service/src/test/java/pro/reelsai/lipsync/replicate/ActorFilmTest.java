package pro.reelsai.lipsync.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.runtime.storage.ListedObject;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.work.WorkDirectory;
import pro.reelsai.stage.StageJob;

/** A short video of an actor, a longer speech, and a model at the stand-in for Replicate that ends with the shorter. */
@QuarkusTest
@QuarkusTestResource(LipsyncStack.class)
class ActorFilmTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WIDTH = 18;
    private static final int HEIGHT = 32;

    @Inject
    ActorFilm films;

    @Inject
    InputFiles inputs;

    @Inject
    ReplicateClient client;

    @Inject
    OutputFetch outputs;

    @Inject
    ObjectStorage bucket;

    @Inject
    MediaProbe probe;

    @Inject
    Ffmpeg ffmpeg;

    private Path directory;

    @BeforeEach
    void prepare() throws Exception {
        directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "film");
    }

    @AfterEach
    void tidy() throws Exception {
        WorkDirectory.deleteTree(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latentsync", "musetalk", "wav2lip"})
    void lengthensTheActorsVideoOnceThereAndBackAgain(String name) throws Exception {
        // Given
        ReplicateModel model = model(name);
        Scene scene = scene(new Studio().aRun(bucket));
        ObjectKey video = Objects.requireNonNull(scene.actor().video());
        URI first = films.url(scene, model, video, PATIENCE);
        List<ListedObject> made = offered(scene);

        // When
        URI again = films.url(scene, model, video, PATIENCE);
        Path spoken = spoken(model, again, inputs.speech(scene, PATIENCE));

        // Then
        assertThat(again.getPath())
                .isEqualTo(first.getPath())
                .contains(scene.fingerprint().value());
        assertThat(offered(scene)).containsAll(made);
        assertThat(probe.probe(spoken).durationSeconds()).isBetween(1.95, 2.2);
        byte[][] frames = frames(spoken);
        assertThat(difference(frames[20], frames[39])).as("on the way back").isLessThan(4);
        assertThat(difference(frames[20], frames[49])).as("at another place").isGreaterThan(5);
    }

    private List<ListedObject> offered(Scene scene) {
        String key = scene.job().request().workKey(scene.fingerprint(), "x").value();
        return bucket.list(new ObjectKey(key.substring(0, key.length() - 2)))
                .await()
                .atMost(PATIENCE);
    }

    private Path spoken(ReplicateModel model, URI video, URI speech) throws Exception {
        Answer answer =
                client.create(model, model.input(video.toString(), speech.toString()), Optional.empty(), PATIENCE);
        String id = ((Answer.Created) answer).prediction().id();
        Prediction done = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.get(id).orElseThrow(), job -> job.status().equals("succeeded"));
        Path spoken = directory.resolve("spoken.mp4");
        assertThat(outputs.fetch(URI.create(done.output().asText()), spoken)).isTrue();
        return spoken;
    }

    private byte[][] frames(Path video) throws Exception {
        Path raw = directory.resolve("frames");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(video)
                        .done()
                        .addOutput(raw)
                        .setFormat("rawvideo")
                        .addExtraArgs("-an", "-vf", "scale=%d:%d,format=gray".formatted(WIDTH, HEIGHT))
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(2)));
        byte[] all = Files.readAllBytes(raw);
        int size = WIDTH * HEIGHT;
        byte[][] frames = new byte[all.length / size][size];
        for (int i = 0; i < frames.length; i++) {
            System.arraycopy(all, i * size, frames[i], 0, size);
        }
        return frames;
    }

    /** By how much two pictures differ on average, 0 to 255. */
    private static double difference(byte[] one, byte[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return sum / one.length;
    }

    private static ReplicateModel model(String name) {
        Config config = ConfigProvider.getConfig();
        Map<String, String> settings = new HashMap<>();
        for (String key : config.getPropertyNames()) {
            if (key.startsWith("reels.lipsync.")) {
                config.getOptionalValue(key, String.class).ifPresent(value -> settings.put(key, value));
            }
        }
        settings.put("reels.lipsync.replicate.model", name);
        return ReplicateModel.chosen(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LipsyncConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(LipsyncConfig.class)
                .replicate());
    }

    private Scene scene(StageRequested request) {
        StageOutput voice = request.context().output(Stage.VOICE).orElseThrow();
        Actor actor = Objects.requireNonNull(request.context().actor());
        return new Scene(
                new StageJob() {
                    @Override
                    public StageRequested request() {
                        return request;
                    }

                    @Override
                    public Path directory() {
                        return directory;
                    }

                    @Override
                    public Path fetch(ObjectKey key) {
                        return bucket.download(key, directory.resolve(UUID.randomUUID() + ".mp4"))
                                .await()
                                .atMost(PATIENCE);
                    }

                    @Override
                    public void progress(int percent, String detail) {}

                    @Override
                    public void checkStillWanted() {}
                },
                actor,
                voice.artifact(Artifact.SPEECH).orElseThrow(),
                voice.artifact(Artifact.WORDS).orElseThrow(),
                voice.durationSeconds(),
                false,
                Fingerprint.of(Stage.LIPSYNC, request.projectId()),
                directory.resolve("lipsync.mp4"));
    }
}
