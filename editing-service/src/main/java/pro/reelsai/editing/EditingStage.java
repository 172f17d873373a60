package pro.reelsai.editing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.editing.sound.SoundMaster;
import pro.reelsai.editing.sound.SoundTarget;
import pro.reelsai.editing.sound.SoundTrack;
import pro.reelsai.editing.timeline.Cue;
import pro.reelsai.editing.timeline.Layout;
import pro.reelsai.editing.timeline.TimelinePlanner;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Asset;
import pro.reelsai.model.BeatTime;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.MusicBed;
import pro.reelsai.model.Script;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.rendering.picture.AssetShelf;
import pro.reelsai.rendering.picture.Drawing;
import pro.reelsai.rendering.picture.ShotSource;
import pro.reelsai.rendering.picture.ShotSources;
import pro.reelsai.rendering.picture.SourceAsset;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.TimelineFile;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaFailures;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ProducedFile;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.StageResult;

/**
 * Composes actor and assets into the chosen layout and gives the ad its final sound. The result is a mezzanine: the
 * caption stage decodes it once and copies its sound. In one pass, nothing is drawn here: the result is what is on screen
 * when, and the sound.
 */
@ApplicationScoped
public class EditingStage implements StageHandler {
    /** Raise it when the same inputs give another picture or sound. */
    private static final String VERSION = "composer-4";

    private static final String SOUND = "sound.m4a";
    private static final int FRAMES_PER_SECOND = 30;
    private static final int PERCENT_WHEN_PREPARED = 25;

    private static final MediaFailures FAILURES = new MediaFailures(
            FailureCode.EDITING_FAILED,
            "The actor or the speech cannot be read.",
            "Composing the picture took too long.",
            "The picture could not be composed.");

    private final EditingConfig config;
    private final ObjectMapper json;
    private final Ffmpeg ffmpeg;
    private final AssetShelf shelf;
    private final ShotSources shots;
    private final SoundMaster sound;
    private final Composer composer;
    private final TimelinePlanner planner;

    public EditingStage(EditingConfig config, ObjectMapper json, Ffmpeg ffmpeg, MediaProbe probe) {
        if (config.shortSide() < 180 || config.shortSide() > 1080) {
            throw new IllegalArgumentException(
                    "reels.editing.short-side has to be from 180 to 1080, not " + config.shortSide());
        }
        this.config = config;
        this.json = json;
        this.ffmpeg = ffmpeg;
        this.shelf = new AssetShelf(probe);
        this.shots = new ShotSources(ffmpeg, probe);
        this.sound =
                new SoundMaster(ffmpeg, new SoundTarget(config.loudness(), config.truePeak(), config.soundBitRate()));
        this.composer = new Composer(ffmpeg, config.quantizer());
        this.planner = new TimelinePlanner(FRAMES_PER_SECOND, config.tailSeconds(), config.crossFadeSeconds());
    }

    @Override
    public Stage stage() {
        return Stage.EDITING;
    }

    @Override
    public Fingerprint fingerprint(StageRequested request) {
        StageContext context = request.context();
        List<String> assets = context.assets().stream()
                .map(asset -> asset.id() + " " + asset.type() + " " + asset.sha256())
                .toList();
        return Fingerprint.of(
                Stage.EDITING,
                VERSION,
                assets,
                beats(context),
                hash(context, Stage.LIPSYNC, Artifact.LIPSYNC_VIDEO),
                hash(context, Stage.VOICE, Artifact.SPEECH),
                hash(context, Stage.VOICE, Artifact.WORDS),
                context.layout(),
                config.bubbleCorner(),
                context.configuration().aspectRatio(),
                context.configuration().music(),
                config.shortSide(),
                config.tailSeconds(),
                config.crossFadeSeconds(),
                config.onePass() ? TimelineFile.MODEL : Drawing.VERSION + config.quantizer(),
                config.loudness(),
                config.truePeak(),
                config.soundBitRate());
    }

    @Override
    public StageResult run(StageJob job) throws StageException, IOException, InterruptedException {
        StageContext context = job.context();
        Layout layout = layout(context);
        SpeechMarks marks = json.readValue(
                job.fetch(required(context, Stage.VOICE, Artifact.WORDS)).toFile(), SpeechMarks.class);
        Path speech = job.fetch(required(context, Stage.VOICE, Artifact.SPEECH));
        Path actor = job.fetch(required(context, Stage.LIPSYNC, Artifact.LIPSYNC_VIDEO));
        try {
            List<SourceAsset> assets = shelf.fetch(job);
            Timeline timeline = planner.plan(
                    layout, marks, assets.stream().map(SourceAsset::footage).toList(), cues(context, marks));
            List<ProducedFile> made =
                    config.onePass() ? planned(timeline, speech, job) : composed(timeline, assets, actor, speech, job);
            return new MediaResult(made, timeline.seconds(), "local", VERSION, BigDecimal.ZERO);
        } catch (MediaException e) {
            throw FAILURES.explain(e);
        }
    }

    private List<ProducedFile> composed(
            Timeline timeline, List<SourceAsset> assets, Path actor, Path speech, StageJob job)
            throws StageException, MediaException, IOException, InterruptedException {
        Path mastered = job.directory().resolve(SOUND);
        List<ShotSource> sources;
        try (SoundTrack track = new SoundTrack(sound, speech, music(job.context()), timeline.seconds(), mastered)) {
            sources = shots.prepare(timeline, assets, actor, job, PERCENT_WHEN_PREPARED);
            track.await();
        }
        job.checkStillWanted();
        Path composite = job.directory().resolve("composite_video.mp4");
        Drawing drawing = Drawing.of(timeline, sources, actor, ffmpeg);
        Path preview = job.directory().resolve("preview_video.mp4");
        composer.compose(drawing, timeline, mastered, composite, preview, percent -> composing(job, percent));
        return List.of(
                new ProducedFile(Artifact.COMPOSITE_VIDEO, composite, "video/mp4"),
                new ProducedFile(Artifact.PREVIEW_VIDEO, preview, "video/mp4"));
    }

    private List<ProducedFile> planned(Timeline timeline, Path speech, StageJob job)
            throws StageException, MediaException, IOException, InterruptedException {
        Path mastered = job.directory().resolve(SOUND);
        job.progress(PERCENT_WHEN_PREPARED, "Making the sound");
        sound.master(speech, music(job.context()), timeline.seconds(), mastered);
        return List.of(
                new ProducedFile(
                        Artifact.TIMELINE, TimelineFile.write(timeline, job.directory(), json), "application/json"),
                new ProducedFile(Artifact.SOUND, mastered, "audio/mp4"));
    }

    private static void composing(StageJob job, int percent) {
        job.progress(PERCENT_WHEN_PREPARED + percent * (100 - PERCENT_WHEN_PREPARED) / 100, "Composing the picture");
    }

    private static List<ScriptBeat> beats(StageContext context) {
        return Optional.ofNullable(context.script()).map(Script::beats).orElse(List.of());
    }

    /** Which parts of the speech are about which assets, as the script's writer has planned it. */
    private static List<Cue> cues(StageContext context, SpeechMarks marks) {
        Script script = context.script();
        if (script == null) {
            return List.of();
        }
        List<UUID> assets = context.assets().stream().map(Asset::id).toList();
        return BeatTime.of(script, marks).stream()
                .filter(time -> time.beat().asset() != null)
                .map(time -> new Cue(assets.indexOf(time.beat().asset()), time.start(), time.end()))
                .filter(cue -> cue.asset() >= 0)
                .toList();
    }

    private Layout layout(StageContext context) throws PermanentStageException {
        return Optional.ofNullable(context.layout())
                .map(type -> Layout.of(
                        type, context.configuration().aspectRatio(), config.bubbleCorner(), config.shortSide()))
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.LAYOUT_UNKNOWN,
                        "This layout is not available. Please choose another one and start the ad again."));
    }

    private static @Nullable MusicBed music(StageContext context) throws PermanentStageException {
        String name = context.configuration().music();
        if (name == null || name.equals(MusicBed.NONE)) {
            return null;
        }
        return MusicBed.named(name)
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.EDITING_FAILED,
                        "This music is not available. Please choose another one and start the ad again."));
    }

    private static @Nullable String hash(StageContext context, Stage stage, Artifact artifact) {
        return context.artifact(stage, artifact).map(StoredObject::sha256).orElse(null);
    }

    private static StoredObject required(StageContext context, Stage stage, Artifact artifact)
            throws PermanentStageException {
        return context.artifact(stage, artifact)
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.EDITING_FAILED, "The ad's speech or actor is missing. Please start it again."));
    }
}
