package pro.reelsai.local.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pro.reelsai.caption.CaptionConfig;
import pro.reelsai.caption.CaptionStage;
import pro.reelsai.editing.EditingConfig;
import pro.reelsai.editing.EditingStage;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.LipsyncStage;
import pro.reelsai.lipsync.local.IllustratedAnimator;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.StageHandler;

/** The stages that make pictures, as their services run them, on local files. */
final class Stages {
    private static final ObjectMapper JSON = ReelsJson.mapper();
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(30);
    private static final String HASH = "0".repeat(64);

    private final Path folder;
    private final Map<ObjectKey, Path> bucket = new HashMap<>();
    private final Ffmpeg ffmpeg;
    private final MediaProbe probe = new MediaProbe("ffprobe", PROBE_TIMEOUT);

    /**
     * @param folder each job works in a folder of it, which stays
     */
    Stages(Path folder, Ffmpeg ffmpeg) {
        this.folder = folder;
        this.ffmpeg = ffmpeg;
    }

    /** A stage that animates illustrated presenters. */
    StageHandler lipsync() {
        return new LipsyncStage(List.of(new IllustratedAnimator(config(LipsyncConfig.class, Map.of()), ffmpeg, JSON)));
    }

    /**
     * A stage that composes.
     *
     * @param settings what differs from the defaults
     */
    StageHandler editing(Map<String, String> settings) {
        return new EditingStage(config(EditingConfig.class, settings), JSON, ffmpeg, probe);
    }

    /** A stage that adds captions and encodes for delivery. */
    StageHandler captions() {
        return new CaptionStage(config(CaptionConfig.class, Map.of()), JSON, ffmpeg, probe);
    }

    /**
     * Runs a stage.
     *
     * @param name the folder in which it works
     */
    MediaResult run(StageHandler stage, String name, StageContext context) throws Exception {
        Path directory = Files.createDirectories(folder.resolve(name));
        return (MediaResult) stage.run(new BenchJob(directory, stage.stage(), context, bucket));
    }

    /** A file, as a later stage finds it. */
    StoredObject object(Path file) {
        ObjectKey key = new ObjectKey("bench/%d/%s".formatted(bucket.size(), file.getFileName()));
        bucket.put(key, file);
        return new StoredObject(key, HASH, 1, "application/octet-stream");
    }

    /** The output of the voice stage. */
    StageOutput voice(Path speech, SpeechMarks marks) throws IOException {
        Path words = Files.writeString(folder.resolve("words.json"), JSON.writeValueAsString(marks));
        return output(Map.of(Artifact.SPEECH, object(speech), Artifact.WORDS, object(words)));
    }

    /** An output of one file. */
    StageOutput output(Artifact artifact, Path file) {
        return output(Map.of(artifact, object(file)));
    }

    /** What a stage has made, as a later stage finds it. */
    StageOutput output(MediaResult made) {
        Map<Artifact, StoredObject> artifacts = new EnumMap<>(Artifact.class);
        made.files().forEach(file -> artifacts.put(file.artifact(), object(file.file())));
        return output(artifacts);
    }

    private static StageOutput output(Map<Artifact, StoredObject> artifacts) {
        return new StageOutput(
                Fingerprint.of(Stage.VOICE, artifacts), artifacts, 0, "local", "bench", BigDecimal.ZERO, false);
    }

    private static <T> T config(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(mapping);
    }
}
