package pro.reelsai.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stage made.
 *
 * @param fingerprint the sha256 of the inputs it was made from, in the ad's first shape
 * @param artifacts the files, in the bucket, in the ad's first shape
 * @param durationSeconds how long the sound or picture lasts, in seconds
 * @param provider who made it, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges for it, in US dollars
 * @param reused whether an earlier run had made it already, in all shapes
 * @param renditions the same in the ad's further shapes; none where it has but one, or where an older writer has left them out
 */
public record StageOutput(
        Fingerprint fingerprint,
        Map<Artifact, StoredObject> artifacts,
        double durationSeconds,
        String provider,
        String model,
        BigDecimal costUsd,
        boolean reused,
        List<Rendition> renditions) {
    @SuppressWarnings("ConstantValue") // older writers have left them out
    public StageOutput {
        artifacts = Map.copyOf(artifacts);
        renditions = renditions == null ? List.of() : List.copyOf(renditions);
    }

    /** An output in one shape. */
    public StageOutput(
            Fingerprint fingerprint,
            Map<Artifact, StoredObject> artifacts,
            double durationSeconds,
            String provider,
            String model,
            BigDecimal costUsd,
            boolean reused) {
        this(fingerprint, artifacts, durationSeconds, provider, model, costUsd, reused, List.of());
    }

    /** The file of that name, if the stage made one. */
    public Optional<StoredObject> artifact(Artifact artifact) {
        return Optional.ofNullable(artifacts.get(artifact));
    }

    /** The same output, marked as taken over from an earlier run, which costs nothing. */
    public StageOutput asReused() {
        return new StageOutput(
                fingerprint, artifacts, durationSeconds, provider, model, BigDecimal.ZERO, true, renditions);
    }

    /** All files, of all shapes. */
    public Stream<StoredObject> files() {
        return Stream.concat(Stream.of(artifacts), renditions.stream().map(Rendition::artifacts))
                .flatMap(made -> made.values().stream());
    }

    /** What was made in a further shape, if it was, as an output of its own; the first shape has borne the costs. */
    public Optional<StageOutput> rendition(AspectRatio shape) {
        return renditions.stream()
                .filter(made -> made.shape() == shape)
                .findFirst()
                .map(made -> new StageOutput(
                        made.fingerprint(),
                        made.artifacts(),
                        durationSeconds,
                        provider,
                        model,
                        BigDecimal.ZERO,
                        reused));
    }

    /** The same output in the first shape alone. */
    public StageOutput alone() {
        return new StageOutput(fingerprint, artifacts, durationSeconds, provider, model, costUsd, reused);
    }

    /** The same output, richer by a further shape: what both have cost, and reused only if both were. */
    public StageOutput with(AspectRatio shape, StageOutput further) {
        List<Rendition> richer = new ArrayList<>(renditions);
        richer.add(new Rendition(shape, further.fingerprint(), further.artifacts()));
        return new StageOutput(
                fingerprint,
                artifacts,
                durationSeconds,
                provider,
                model,
                costUsd.add(further.costUsd()),
                reused && further.reused(),
                richer);
    }
}
