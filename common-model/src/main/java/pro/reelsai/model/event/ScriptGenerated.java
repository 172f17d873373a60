package pro.reelsai.model.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/**
 * A script is written, or several of which the user may choose.
 *
 * @param runId the run of kind SCRIPT
 * @param projectId the project
 * @param userId the owner
 * @param attempt which attempt of the run, from 1
 * @param script the script; its id is the run's, so that a redelivery writes the same row
 * @param variants other scripts that were written with it, where some were asked for; their ids are
 *     {@linkplain Script#variantId made of its id}
 * @param provider who wrote it
 * @param model the provider's model and version
 * @param costUsd what the provider charges for it, in US dollars
 * @param generatedAt when it was written
 */
public record ScriptGenerated(
        UUID runId,
        UUID projectId,
        UUID userId,
        int attempt,
        Script script,
        List<Script> variants,
        String provider,
        String model,
        BigDecimal costUsd,
        Instant generatedAt)
        implements ReelsEvent {
    @SuppressWarnings("ConstantValue") // older writers have left them out
    public ScriptGenerated {
        variants = variants == null ? List.of() : List.copyOf(variants);
    }

    /** A script that was written alone. */
    public ScriptGenerated(
            UUID runId,
            UUID projectId,
            UUID userId,
            int attempt,
            Script script,
            String provider,
            String model,
            BigDecimal costUsd,
            Instant generatedAt) {
        this(runId, projectId, userId, attempt, script, List.of(), provider, model, costUsd, generatedAt);
    }

    @Override
    public Stage stage() {
        return Stage.SCRIPT;
    }

    @Override
    public String outcome() {
        return "generated";
    }

    @Override
    public String topic() {
        return Topics.SCRIPT_GENERATED;
    }
}
