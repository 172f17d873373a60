package pro.reelsai.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a stage made.
 *
 * @param fingerprint the sha256 of the inputs it was made from
 * @param artifacts the files, in the bucket
 * @param durationSeconds how long the sound or picture lasts, in seconds
 * @param provider who made it, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges for it, in US dollars
 * @param reused whether an earlier run had made it already
 */
public record StageOutput(
        Fingerprint fingerprint,
        Map<Artifact, StoredObject> artifacts,
        double durationSeconds,
        String provider,
        String model,
        BigDecimal costUsd,
        boolean reused) {
    public StageOutput {
        artifacts = Map.copyOf(artifacts);
    }

    /** The file of that name, if the stage made one. */
    public Optional<StoredObject> artifact(Artifact artifact) {
        return Optional.ofNullable(artifacts.get(artifact));
    }

    /** The same output, marked as taken over from an earlier run, which costs nothing. */
    public StageOutput asReused() {
        return new StageOutput(fingerprint, artifacts, durationSeconds, provider, model, BigDecimal.ZERO, true);
    }
}
