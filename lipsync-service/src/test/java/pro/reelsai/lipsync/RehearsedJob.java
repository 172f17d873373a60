package pro.reelsai.lipsync;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Product;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.StageJob;

/** A job whose bucket is two local files. */
final class RehearsedJob implements StageJob {
    private static final ObjectKey SPEECH = new ObjectKey("projects/p/work/voice/f/speech.mp3");
    private static final ObjectKey WORDS = new ObjectKey("projects/p/work/voice/f/words.json");

    private final Path directory;
    private final Map<ObjectKey, Path> bucket;
    private final Actor actor;
    private final String speechHash;
    private final LayoutType layout;
    private int lastPercent;

    RehearsedJob(Path directory, Path speech, Path words, Actor actor) {
        this(directory, Map.of(SPEECH, speech, WORDS, words), actor, "a".repeat(64), LayoutType.TOP_BOTTOM);
    }

    private RehearsedJob(
            Path directory, Map<ObjectKey, Path> bucket, Actor actor, String speechHash, LayoutType layout) {
        this.directory = directory;
        this.bucket = bucket;
        this.actor = actor;
        this.speechHash = speechHash;
        this.layout = layout;
    }

    static Actor actor(LipsyncProvider provider, String identifier) {
        return new Actor(new UUID(1, 2), identifier, provider, identifier, null);
    }

    /** The same, spoken by an actor whose video or picture lies in the bucket. */
    RehearsedJob by(Path film) {
        ObjectKey key = new ObjectKey("actors/filmed/" + film.getFileName());
        Map<ObjectKey, Path> more = new HashMap<>(bucket);
        more.put(key, film);
        Actor filmed = new Actor(new UUID(1, 3), "Theo", LipsyncProvider.LOCAL, "theo", key);
        return new RehearsedJob(directory, more, filmed, speechHash, layout);
    }

    RehearsedJob withSpeech(String sha256) {
        return new RehearsedJob(directory, bucket, actor, sha256, layout);
    }

    RehearsedJob in(LayoutType other) {
        return new RehearsedJob(directory, bucket, actor, speechHash, other);
    }

    int lastPercent() {
        return lastPercent;
    }

    @Override
    public StageRequested request() {
        StageOutput voice = new StageOutput(
                new Fingerprint("b".repeat(64)),
                Map.of(
                        Artifact.SPEECH,
                        new StoredObject(SPEECH, speechHash, 1, "audio/mpeg"),
                        Artifact.WORDS,
                        new StoredObject(WORDS, "c".repeat(64), 1, "application/json")),
                2,
                "local",
                "test",
                BigDecimal.ZERO,
                false);
        StageContext context = new StageContext(
                new Product(new UUID(0, 4), "Mug", "Keeps coffee hot", null),
                new VideoConfiguration(15, "commuters", "Buy it", "", AspectRatio.PORTRAIT, null, "en"),
                null,
                null,
                actor,
                layout,
                List.of(),
                Map.of(Stage.VOICE, voice));
        return new StageRequested(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), Stage.LIPSYNC, 1, Instant.EPOCH, Instant.MAX, context);
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Path fetch(ObjectKey key) {
        return bucket.get(key);
    }

    @Override
    public void progress(int percent, String detail) {
        lastPercent = percent;
    }

    @Override
    public void checkStillWanted() {
        // it always is
    }
}
