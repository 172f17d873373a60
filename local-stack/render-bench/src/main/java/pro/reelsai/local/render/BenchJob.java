package pro.reelsai.local.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.StageJob;

/** A stage's job on local files: what the stage runtime does, without bucket and Kafka. */
final class BenchJob implements StageJob {
    private static final long LIFETIME_SECONDS = 3600;

    private final Path directory;
    private final StageRequested request;
    private final Map<ObjectKey, Path> bucket;

    /**
     * @param directory where the stage works; its files stay
     * @param bucket where each object lies
     */
    BenchJob(Path directory, Stage stage, StageContext context, Map<ObjectKey, Path> bucket) {
        this.directory = directory;
        this.bucket = new HashMap<>(bucket);
        Instant now = Instant.now();
        UUID id = new UUID(0, 1);
        this.request = new StageRequested(id, id, id, stage, 1, now, now.plusSeconds(LIFETIME_SECONDS), context);
    }

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
        Path file = bucket.get(key);
        if (file == null) {
            throw new IllegalArgumentException("There is no " + key);
        }
        return file;
    }

    @Override
    public void progress(int percent, String detail) {
        // Nobody watches.
    }

    @Override
    public void checkStillWanted() {
        // It always is.
    }
}
