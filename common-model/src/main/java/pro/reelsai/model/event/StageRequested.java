package pro.reelsai.model.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.Topics;

/**
 * Asks a stage to work; also tells the gateway that the stage before has succeeded.
 *
 * @param runId the run
 * @param projectId the project
 * @param userId the owner
 * @param stage the stage that should work
 * @param attempt which attempt of the run, from 1
 * @param requestedAt when the request was made
 * @param deadline when the run's user has waited long enough: a stage does not begin after it
 * @param context the inputs and the outputs so far
 * @param shadow set where a past request is repeated in the shadow; null, and left out by older writers, for work that counts
 */
public record StageRequested(
        UUID runId,
        UUID projectId,
        UUID userId,
        Stage stage,
        int attempt,
        Instant requestedAt,
        Instant deadline,
        StageContext context,
        @Nullable Shadow shadow)
        implements ReelsEvent {
    /** A request for work that counts. */
    public StageRequested(
            UUID runId,
            UUID projectId,
            UUID userId,
            Stage stage,
            int attempt,
            Instant requestedAt,
            Instant deadline,
            StageContext context) {
        this(runId, projectId, userId, stage, attempt, requestedAt, deadline, context, null);
    }

    @Override
    public String outcome() {
        return "requested";
    }

    @Override
    public String topic() {
        return Topics.requested(stage);
    }

    /** The request to the stage that follows, carrying this stage's output. */
    public StageRequested next(Stage next, StageOutput output, Instant now) {
        return new StageRequested(
                runId, projectId, userId, next, attempt, now, deadline, context.with(stage, output), shadow);
    }

    /** The same request, repeated in the shadow. */
    public StageRequested inShadow(Shadow mark) {
        return new StageRequested(runId, projectId, userId, stage, attempt, requestedAt, deadline, context, mark);
    }

    /**
     * The request once for every shape of the ad, the first one first, each as if there were no other; for a stage whose work
     * serves all shapes, and for an ad in one, itself.
     */
    public List<StageRequested> inEveryShape() {
        List<AspectRatio> shapes = context.configuration().shapes();
        return !stage.isShaped() || shapes.size() == 1
                ? List.of(this)
                : shapes.stream().map(this::in).toList();
    }

    private StageRequested in(AspectRatio shape) {
        return new StageRequested(
                runId, projectId, userId, stage, attempt, requestedAt, deadline, context.in(shape), shadow);
    }

    /** How the request is repeated in the shadow; empty for work that counts. */
    public Optional<Shadow> asShadow() {
        return Optional.ofNullable(shadow);
    }

    /**
     * The name under which this request makes what its inputs name: the same for all runs of a project, so that it is made
     * once; in the shadow one of the run's own, so that nothing is taken from other runs and nothing is left for them.
     */
    public Fingerprint own(Fingerprint inputs) {
        return shadow == null ? inputs : Fingerprint.of(stage, inputs, "shadow", runId);
    }

    /** Where a working file of this request lies; what the shadow makes lies apart. */
    public ObjectKey workKey(Fingerprint fingerprint, String fileName) {
        return shadow == null
                ? ObjectKeys.work(projectId, stage, fingerprint, fileName)
                : ObjectKeys.replay(runId, stage, fingerprint, fileName);
    }
}
