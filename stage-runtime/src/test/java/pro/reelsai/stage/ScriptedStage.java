package pro.reelsai.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.StageRequested;

/** A voice stage that does what a test tells it to; everything around it is real. */
@ApplicationScoped
public class ScriptedStage implements StageHandler {
    private final Map<UUID, Work> works = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> runs = new ConcurrentHashMap<>();

    /** What the stage should do for a run. */
    interface Work {
        void run(StageJob job, int tryNumber) throws StageException, IOException, InterruptedException;
    }

    void forRun(UUID run, Work work) {
        works.put(run, work);
    }

    int timesRun(UUID run) {
        return runs.getOrDefault(run, new AtomicInteger()).get();
    }

    @Override
    public Stage stage() {
        return Stage.VOICE;
    }

    @Override
    public Fingerprint fingerprint(StageRequested request) {
        return Fingerprint.of(Stage.VOICE, request.context().script());
    }

    @Override
    public StageResult run(StageJob job) throws StageException, IOException, InterruptedException {
        UUID run = job.request().runId();
        int tryNumber = runs.computeIfAbsent(run, id -> new AtomicInteger()).incrementAndGet();
        works.getOrDefault(run, (any, number) -> {}).run(job, tryNumber);
        Path speech = Files.writeString(
                job.directory().resolve("t2s_audio_slt.mp3"),
                job.context().script().content());
        return new MediaResult(
                List.of(new ProducedFile(Artifact.SPEECH, speech, "audio/mpeg")),
                1.5,
                "local",
                "test",
                BigDecimal.ZERO);
    }
}
