package pro.reelsai.gateway.progress;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
import pro.reelsai.gateway.progress.StatusReports.Report;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;

/** What of an ad can be heard and seen before it is finished: the file of each stage that has made one. */
final class StagePreviews {
    /** By stage, what is shown rather first; an older output has no preview. */
    private static final Map<Stage, List<Artifact>> SHOWN = Map.of(
            Stage.VOICE, List.of(Artifact.SPEECH),
            Stage.LIPSYNC, List.of(Artifact.LIPSYNC_VIDEO),
            Stage.EDITING, List.of(Artifact.PREVIEW_VIDEO, Artifact.COMPOSITE_VIDEO));

    private final Map<Stage, String> keys = new EnumMap<>(Stage.class);

    private StagePreviews() {}

    /** Each stage is asked with what those before it have made, so the latest request names all of it. */
    static StagePreviews of(Report report) {
        StagePreviews previews = new StagePreviews();
        RunEntity run = report.run();
        if (run != null) {
            report.stages().forEach(stage -> previews.add(stage.context));
            previews.add(run.context);
        }
        return previews;
    }

    private void add(@Nullable StageContext context) {
        if (context != null) {
            SHOWN.forEach((stage, artifacts) -> artifacts.stream()
                    .flatMap(artifact -> key(context, stage, artifact).stream())
                    .findFirst()
                    .ifPresent(key -> keys.put(stage, key)));
        }
    }

    private static Optional<String> key(StageContext context, Stage stage, Artifact artifact) {
        return context.output(stage)
                .flatMap(output -> output.artifact(artifact))
                .map(stored -> stored.key().value());
    }

    /** The files, to be signed together. */
    Collection<ObjectVersion> objects() {
        return keys.values().stream().map(ObjectVersion::unchanging).toList();
    }

    /** Where a stage's file can be read; null where it has made none, or the file has been swept. */
    @Nullable
    String of(Stage stage, Addresses addresses) {
        return addresses.of(keys.get(stage));
    }
}
