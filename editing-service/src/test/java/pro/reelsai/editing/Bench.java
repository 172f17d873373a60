package pro.reelsai.editing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Product;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;

/** A job on local files: what the stage runtime does, without bucket and Kafka. */
final class Bench implements StageJob {
    private static final ObjectMapper JSON = ReelsJson.mapper();

    private final Path directory;
    private final Map<String, Path> bucket = new HashMap<>();
    private final List<Asset> assets = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private LayoutType layout = LayoutType.TOP_BOTTOM;
    private AspectRatio shape = AspectRatio.PORTRAIT;
    private Map<Stage, StageOutput> outputs = Map.of();
    final List<Integer> progress = new ArrayList<>();

    Bench(Path directory) {
        this.directory = directory;
    }

    private EditingStage stage() {
        EditingConfig config = new SmallRyeConfigBuilder()
                .withMapping(EditingConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(EditingConfig.class);
        return new EditingStage(config, JSON, new Ffmpeg("ffmpeg"), new MediaProbe("ffprobe", Duration.ofSeconds(20)));
    }

    Bench with(AssetType type, Path file, @Nullable String description) {
        ObjectKey key = store("asset-" + assets.size(), file);
        assets.add(new Asset(UUID.randomUUID(), type, key, "0".repeat(64), 0, 0, 0, description));
        return this;
    }

    Bench in(LayoutType chosen) {
        layout = chosen;
        return this;
    }

    Bench shaped(AspectRatio chosen) {
        shape = chosen;
        return this;
    }

    Bench set(String key, String value) {
        settings.put("reels.editing." + key, value);
        return this;
    }

    Bench spoken(Path speech, SpeechMarks marks, Path actor) throws IOException {
        Path words = Files.writeString(directory.resolve("words.json"), JSON.writeValueAsString(marks));
        outputs = Map.of(
                Stage.VOICE,
                output(Map.of(Artifact.SPEECH, object("speech", speech), Artifact.WORDS, object("words", words))),
                Stage.LIPSYNC,
                output(Map.of(Artifact.LIPSYNC_VIDEO, object("actor", actor))));
        return this;
    }

    Path run() throws StageException, IOException, InterruptedException {
        return result().files().getFirst().file();
    }

    MediaResult result() throws StageException, IOException, InterruptedException {
        return (MediaResult) stage().run(this);
    }

    Fingerprint fingerprint() {
        return stage().fingerprint(request());
    }

    private static StageOutput output(Map<Artifact, StoredObject> artifacts) {
        return new StageOutput(
                Fingerprint.of(Stage.VOICE, artifacts), artifacts, 0, "local", "test", BigDecimal.ZERO, false);
    }

    private StoredObject object(String name, Path file) {
        return new StoredObject(store(name, file), "1".repeat(64), 1, "application/octet-stream");
    }

    private ObjectKey store(String name, Path file) {
        ObjectKey key = new ObjectKey("test/" + name);
        bucket.put(key.value(), file);
        return key;
    }

    @Override
    public StageRequested request() {
        VideoConfiguration configuration = new VideoConfiguration(15, "all", "Buy", "calm", shape, null, "en");
        StageContext context = new StageContext(
                new Product(UUID.randomUUID(), "Mug", "A mug", null),
                configuration,
                null,
                null,
                null,
                layout,
                assets,
                outputs);
        Instant now = Instant.now();
        return new StageRequested(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), Stage.EDITING, 1, now, now.plusSeconds(600), context);
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Path fetch(ObjectKey key) {
        return bucket.get(key.value());
    }

    @Override
    public void progress(int percent, String detail) {
        progress.add(percent);
    }

    @Override
    public void checkStillWanted() {}
}
