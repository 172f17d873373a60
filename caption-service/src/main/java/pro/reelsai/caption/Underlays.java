package pro.reelsai.caption;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StoredObject;
import pro.reelsai.rendering.picture.AssetShelf;
import pro.reelsai.rendering.picture.Drawing;
import pro.reelsai.rendering.picture.ShotSource;
import pro.reelsai.rendering.picture.ShotSources;
import pro.reelsai.rendering.picture.SourceAsset;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.TimelineFile;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.TransientStageException;

/**
 * Finds what the editing stage has left to caption: a composite, or a timeline that is drawn here, in one pass with the
 * captions. What it has left decides, not this service's settings: so runs that began before a change of settings, replays
 * and retries come out as they began.
 */
final class Underlays {
    private final ObjectMapper json;
    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;
    private final AssetShelf shelf;
    private final ShotSources shots;

    Underlays(ObjectMapper json, Ffmpeg ffmpeg, MediaProbe probe) {
        this.json = json;
        this.ffmpeg = ffmpeg;
        this.probe = probe;
        this.shelf = new AssetShelf(probe);
        this.shots = new ShotSources(ffmpeg, probe);
    }

    /** All that the picture below the captions depends on, for a fingerprint; null where there is none. */
    static @Nullable String inputs(StageContext context) {
        Optional<String> timeline = hash(context, Stage.EDITING, Artifact.TIMELINE);
        if (timeline.isEmpty()) {
            return hash(context, Stage.EDITING, Artifact.COMPOSITE_VIDEO).orElse(null);
        }
        Stream<String> assets = context.assets().stream().map(asset -> asset.type() + " " + asset.sha256());
        return Stream.of(
                        Stream.of(Drawing.VERSION),
                        timeline.stream(),
                        hash(context, Stage.EDITING, Artifact.SOUND).stream(),
                        hash(context, Stage.LIPSYNC, Artifact.LIPSYNC_VIDEO).stream(),
                        assets)
                .flatMap(inputs -> inputs)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> hash(StageContext context, Stage stage, Artifact artifact) {
        return context.artifact(stage, artifact).map(StoredObject::sha256);
    }

    /** Whether the picture is drawn here, which takes longer. */
    static boolean isDrawnHere(StageContext context) {
        return context.artifact(Stage.EDITING, Artifact.TIMELINE).isPresent();
    }

    /**
     * Fetches and readies what is captioned.
     *
     * @param upTo the percentage to report when all is ready
     * @throws StageException if something is missing, or an asset cannot be decoded
     * @throws MediaException if FFmpeg fails through no fault of an asset
     * @throws IOException if the disk or the bucket fails
     * @throws InterruptedException if the stage should stop
     */
    Underlay of(StageJob job, int upTo) throws StageException, MediaException, IOException, InterruptedException {
        return isDrawnHere(job.context()) ? drawn(job, upTo) : composite(job);
    }

    private Underlay composite(StageJob job) throws StageException, MediaException, IOException, InterruptedException {
        Path video = job.fetch(required(job.context(), Stage.EDITING, Artifact.COMPOSITE_VIDEO));
        MediaInfo info = probe.probe(video);
        MediaInfo.Video picture = info.video()
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.CAPTIONS_FAILED, "The ad has lost its picture. Please start it again."));
        return new Underlay(Drawing.of(video), video, picture.width(), picture.height(), info.durationSeconds());
    }

    private Underlay drawn(StageJob job, int upTo)
            throws StageException, MediaException, IOException, InterruptedException {
        StageContext context = job.context();
        Timeline timeline = timeline(job.fetch(required(context, Stage.EDITING, Artifact.TIMELINE)));
        Path sound = job.fetch(required(context, Stage.EDITING, Artifact.SOUND));
        Path actor = job.fetch(required(context, Stage.LIPSYNC, Artifact.LIPSYNC_VIDEO));
        List<SourceAsset> assets = shelf.fetch(job);
        List<ShotSource> sources = shots.prepare(timeline, assets, actor, job, upTo);
        Drawing drawing = Drawing.of(timeline, sources, actor, ffmpeg);
        return new Underlay(drawing, sound, timeline.width(), timeline.height(), timeline.seconds());
    }

    /** While services are being updated one after the other, this one may be the older one. */
    private Timeline timeline(Path file) throws IOException, TransientStageException {
        try {
            return TimelineFile.read(file, json);
        } catch (TimelineFile.UnknownModelException e) {
            throw new TransientStageException(
                    FailureCode.CAPTIONS_FAILED, "The ad's picture could not be drawn. Please try again later.", e);
        }
    }

    private static StoredObject required(StageContext context, Stage stage, Artifact artifact)
            throws PermanentStageException {
        return context.artifact(stage, artifact)
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.CAPTIONS_FAILED, "The ad's speech or picture is missing. Please start it again."));
    }
}
