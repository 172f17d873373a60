package pro.reelsai.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a stage may know: the immutable inputs of the run and the outputs of the stages before it. Bytes live in the
 * bucket; this carries their keys.
 *
 * @param product what the ad is for
 * @param configuration what the ad should be
 * @param script the final script; null while the script itself is being written
 * @param voice the chosen voice; null for a script on its own
 * @param actor the chosen actor; null for a script on its own
 * @param layout the chosen layout; null for a script on its own
 * @param assets the user's pictures and clips in their order
 * @param outputs what the stages before have made
 */
public record StageContext(
        Product product,
        VideoConfiguration configuration,
        @Nullable Script script,
        @Nullable Voice voice,
        @Nullable Actor actor,
        @Nullable LayoutType layout,
        List<Asset> assets,
        Map<Stage, StageOutput> outputs) {
    public StageContext {
        assets = List.copyOf(assets);
        outputs = Map.copyOf(outputs);
    }

    /** The output of a stage, if that stage has run. */
    public Optional<StageOutput> output(Stage stage) {
        return Optional.ofNullable(outputs.get(stage));
    }

    /** A file that a stage has made, if it has. */
    public Optional<StoredObject> artifact(Stage stage, Artifact artifact) {
        return output(stage).flatMap(output -> output.artifact(artifact));
    }

    /** The same context with a script. */
    public StageContext with(Script written) {
        return new StageContext(product, configuration, written, voice, actor, layout, assets, outputs);
    }

    /**
     * What a stage may know that works on one shape alone: of what the stages before have made in several, the files of that
     * shape. An output that was not made in it is left out.
     */
    public StageContext in(AspectRatio shape) {
        Map<Stage, StageOutput> own = new EnumMap<>(Stage.class);
        outputs.forEach((stage, output) -> {
            boolean same = shape == configuration.aspectRatio() || !stage.isShaped();
            Optional<StageOutput> made = same ? Optional.of(output.alone()) : output.rendition(shape);
            made.ifPresent(found -> own.put(stage, found));
        });
        return new StageContext(product, configuration.in(shape), script, voice, actor, layout, assets, own);
    }

    /** The same context, richer by one stage's output. */
    public StageContext with(Stage stage, StageOutput output) {
        Map<Stage, StageOutput> richer = new EnumMap<>(Stage.class);
        richer.putAll(outputs);
        richer.put(stage, output);
        return new StageContext(product, configuration, script, voice, actor, layout, assets, richer);
    }
}
