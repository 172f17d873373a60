package pro.reelsai.local.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.Product;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.stage.MediaResult;

/** The editing and the caption stage, one after the other: with a composite between them, or in one pass. */
final class AdPipeline {
    /** As many threads as FFmpeg finds right, which the limit has too; the product's number is fixed for the bytes' sake. */
    private static final int DEFAULT_THREADS = 0;

    private final FfmpegAccount account;
    private final Stages stages;
    private final boolean onePass;
    private StageContext context;

    /**
     * @param folder an empty folder that stays
     */
    AdPipeline(Workload workload, boolean onePass, Path folder) throws IOException {
        this.onePass = onePass;
        this.account = new FfmpegAccount(folder.resolve("account"));
        this.stages = new Stages(folder, new Ffmpeg(account.executable().toString(), DEFAULT_THREADS));
        List<Asset> assets = new ArrayList<>();
        for (Path file : workload.assets()) {
            AssetType type = file.toString().endsWith(".jpg") ? AssetType.IMAGE : AssetType.VIDEO;
            StoredObject object = stages.object(file);
            assets.add(new Asset(new UUID(0, assets.size()), type, object.key(), object.sha256(), 0, 0, 0, null));
        }
        this.context = new StageContext(
                new Product(new UUID(0, 1), "Bench", "What is measured", null),
                new VideoConfiguration(30, "all", "Try it", "", AspectRatio.PORTRAIT, null, "en"),
                null,
                null,
                null,
                LayoutType.TOP_BOTTOM,
                assets,
                Map.of(
                        Stage.VOICE,
                        stages.voice(workload.speech(), Workload.marks()),
                        Stage.LIPSYNC,
                        stages.output(Artifact.LIPSYNC_VIDEO, workload.actor())));
    }

    /** Does the editing stage's work; the result is what travels to the caption stage. */
    private Path edit() throws Exception {
        MediaResult made = stages.run(
                stages.editing(Map.of("reels.editing.one-pass", String.valueOf(onePass))), "editing", context);
        context = context.with(Stage.EDITING, stages.output(made));
        return made.files().getFirst().file();
    }

    /** Does the caption stage's work; the result is the ad. */
    private Path caption() throws Exception {
        return stages.run(stages.captions(), "caption", context)
                .files()
                .getFirst()
                .file();
    }

    /** Does the work of both stages, and keeps what it costs. */
    Rendering measured() throws Exception {
        Cost.Measured<Path> editing = Cost.of(this::edit);
        Cost.Measured<Path> captions = Cost.of(this::caption);
        return new Rendering(editing.result(), captions.result(), editing.cost(), captions.cost(), account.calls());
    }

    /**
     * A finished ad and what it has cost.
     *
     * @param between what has travelled between the stages
     * @param calls all that FFmpeg was run for
     */
    record Rendering(Path between, Path ad, Cost editing, Cost captions, List<FfmpegAccount.Call> calls) {
        Cost both() {
            return editing.plus(captions);
        }
    }
}
