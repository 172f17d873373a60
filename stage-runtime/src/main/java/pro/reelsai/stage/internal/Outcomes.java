package pro.reelsai.stage.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import pro.reelsai.model.Script;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StageState;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.Parked;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ScriptResult;
import pro.reelsai.stage.ScriptVariant;

/** The one durable event in which a request ends. Its id follows from the request alone, however often it is emitted. */
final class Outcomes {
    private Outcomes() {}

    /** The stage's output goes on to the next stage, or the ad is done; in the shadow the one stage is all there is. */
    static ReelsEvent succeeded(StageRequested request, StageOutput output) {
        return request.stage()
                .next()
                .filter(next -> request.shadow() == null)
                .<ReelsEvent>map(next -> request.next(next, output, now()))
                .orElseGet(() -> new RunCompleted(
                        request.runId(),
                        request.projectId(),
                        request.userId(),
                        request.stage(),
                        request.attempt(),
                        now(),
                        request.context().with(request.stage(), output)));
    }

    /** The script is written. */
    static ScriptGenerated generated(StageRequested request, ScriptResult script) {
        return new ScriptGenerated(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.attempt(),
                new Script(request.runId(), script.title(), script.content(), script.beats(), script.hooks()),
                variants(request.runId(), script.variants()),
                script.provider(),
                script.model(),
                script.costUsd(),
                now());
    }

    private static List<Script> variants(UUID first, List<ScriptVariant> variants) {
        return IntStream.range(0, variants.size())
                .mapToObj(i -> {
                    ScriptVariant variant = variants.get(i);
                    return new Script(
                            Script.variantId(first, i + 1),
                            variant.title(),
                            variant.content(),
                            variant.beats(),
                            variant.hooks());
                })
                .toList();
    }

    /** A provider works; the stage goes on when it is done. */
    static RunProgress waiting(StageRequested request, Parked parked) {
        return new RunProgress(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                StageState.WAITING,
                parked.percent(),
                parked.detail(),
                now());
    }

    /** The run fails for good. */
    static RunFailed failed(StageRequested request, PermanentStageException e) {
        return new RunFailed(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                e.code(),
                e.getMessage(),
                now());
    }

    private static Instant now() {
        return Instant.now();
    }
}
