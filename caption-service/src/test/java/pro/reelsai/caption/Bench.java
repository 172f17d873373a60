package pro.reelsai.caption;

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
    private Map<Stage, StageOutput> outputs = Map.of();
    final List<Integer> progress = new ArrayList<>();

    Bench(Path directory) {
        this.directory = directory;
    }

    static CaptionStage stage() {
        CaptionConfig config = new SmallRyeConfigBuilder()
                .withMapping(CaptionConfig.class)
                .build()
                .getConfigMapping(CaptionConfig.class);
        return new CaptionStage(config, JSON, new Ffmpeg("ffmpeg"), new MediaProbe("ffprobe", Duration.ofSeconds(20)));
    }

    Bench of(Path composite, SpeechMarks marks) throws IOException {
        Path words = Files.writeString(directory.resolve("words.json"), JSON.writeValueAsString(marks));
        outputs = Map.of(
                Stage.VOICE,
                output(Map.of(Artifact.WORDS, object("words", words))),
                Stage.EDITING,
                output(Map.of(Artifact.COMPOSITE_VIDEO, object("composite", composite))));
        return this;
    }

    /** What editing leaves in one pass. */
    Bench of(String timeline, Path sound, Path actor, List<Path> shown, SpeechMarks marks) throws IOException {
        Path words = Files.writeString(directory.resolve("words.json"), JSON.writeValueAsString(marks));
        Path plan = Files.writeString(directory.resolve("plan.json"), timeline);
        for (Path file : shown) {
            AssetType type = file.toString().endsWith(".mp4") ? AssetType.VIDEO : AssetType.IMAGE;
            StoredObject object = object("asset-" + assets.size(), file);
            assets.add(new Asset(new UUID(1, assets.size()), type, object.key(), object.sha256(), 0, 0, 0, null));
        }
        outputs = Map.of(
                Stage.VOICE,
                output(Map.of(Artifact.WORDS, object("words", words))),
                Stage.LIPSYNC,
                output(Map.of(Artifact.LIPSYNC_VIDEO, object("actor", actor))),
                Stage.EDITING,
                output(Map.of(Artifact.TIMELINE, object("timeline", plan), Artifact.SOUND, object("sound", sound))));
        return this;
    }

    Path run() throws StageException, IOException, InterruptedException {
        return ((MediaResult) stage().run(this)).files().getFirst().file();
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
        VideoConfiguration configuration =
                new VideoConfiguration(15, "all", "", "calm", AspectRatio.PORTRAIT, null, "en");
        StageContext context = new StageContext(
                new Product(UUID.randomUUID(), "Mug", "A mug", null),
                configuration,
                null,
                null,
                null,
                LayoutType.TOP_BOTTOM,
                assets,
                outputs);
        Instant now = Instant.now();
        return new StageRequested(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), Stage.CAPTION, 1, now, now.plusSeconds(600), context);
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
