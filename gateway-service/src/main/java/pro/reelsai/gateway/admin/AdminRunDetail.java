package pro.reelsai.gateway.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.RunKind;
import pro.reelsai.gateway.run.StageExecutionEntity;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;

/**
 * One run with all that it has made.
 *
 * @param run the run
 * @param script the script that it spoke, or wrote
 * @param files its files, in the order of the stages
 */
@Schema(name = "OperatorsRunDetail")
public record AdminRunDetail(AdminRunView run, @Nullable String script, List<FileView> files) {
    /**
     * A file in the bucket.
     *
     * @param stage the stage that made it
     * @param artifact what it is, such as {@code final_video}
     * @param aspectRatio the shape it is in, such as {@code 1:1}, where it is one of the ad's further shapes; null elsewhere
     * @param key where it lies
     * @param bytes its size
     * @param sha256 the hash of its bytes, in hexadecimal digits
     * @param reused whether an earlier run had made it already
     * @param url an address under which it can be read for a while; null where it has been swept
     */
    @Schema(name = "OperatorsFile")
    public record FileView(
            String stage,
            String artifact,
            @Nullable String aspectRatio,
            String key,
            long bytes,
            String sha256,
            boolean reused,
            @Nullable String url) {}

    /** What is known of a run; a shadow shows its own stage's files, and not those that it was given. */
    static AdminRunDetail of(RunEntity run, List<StageExecutionEntity> stages) {
        Map<Stage, StageOutput> outputs = new EnumMap<>(Stage.class);
        stages.forEach(stage -> {
            if (stage.context != null) {
                outputs.putAll(stage.context.outputs());
            }
        });
        outputs.putAll(run.context.outputs());
        if (run.kind == RunKind.SHADOW) {
            outputs.keySet().retainAll(List.of(run.firstStage()));
        }
        List<FileView> files = new ArrayList<>();
        outputs.forEach((stage, output) -> files.addAll(files(stage, output)));
        String script =
                run.context.script() == null ? null : run.context.script().content();
        return new AdminRunDetail(AdminRunView.of(run, stages), script, files);
    }

    private static List<FileView> files(Stage stage, StageOutput output) {
        List<FileView> files = new ArrayList<>(files(stage, output, null, output.artifacts()));
        output.renditions()
                .forEach(made -> files.addAll(files(stage, output, made.shape().label(), made.artifacts())));
        return files;
    }

    private static List<FileView> files(
            Stage stage, StageOutput output, @Nullable String shape, Map<Artifact, StoredObject> artifacts) {
        return artifacts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(made -> new FileView(
                        stage.wireName(),
                        AdminRunView.wire(made.getKey()),
                        shape,
                        made.getValue().key().value(),
                        made.getValue().bytes(),
                        made.getValue().sha256(),
                        output.reused(),
                        null))
                .toList();
    }

    List<ObjectVersion> objects() {
        return files.stream().map(file -> ObjectVersion.unchanging(file.key())).toList();
    }

    AdminRunDetail with(Addresses addresses) {
        return new AdminRunDetail(
                run,
                script,
                files.stream()
                        .map(file -> new FileView(
                                file.stage(),
                                file.artifact(),
                                file.aspectRatio(),
                                file.key(),
                                file.bytes(),
                                file.sha256(),
                                file.reused(),
                                addresses.of(file.key())))
                        .toList());
    }
}
