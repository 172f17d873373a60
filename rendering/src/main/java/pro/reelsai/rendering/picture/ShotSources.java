package pro.reelsai.rendering.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pro.reelsai.rendering.timeline.Shot;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.Track;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;

/** Readies what each shot of a timeline shows, one after the other. */
public final class ShotSources {
    /** Each has a decoder that is in memory as long as FFmpeg draws. */
    private static final int MOST_OPEN_CLIPS = 4;

    private static final String DETAIL = "Preparing your pictures and clips";

    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;

    public ShotSources(Ffmpeg ffmpeg, MediaProbe probe) {
        this.ffmpeg = ffmpeg;
        this.probe = probe;
    }

    /**
     * Finds or makes a source for every shot.
     *
     * @param assets the assets that the shots name
     * @param actor the actor's video
     * @param upTo the percentage to report when all is done
     * @return the sources, track by track, shot by shot
     * @throws StageException if an asset cannot be decoded, or the work is not wanted any more
     * @throws MediaException if FFmpeg fails through no fault of an asset
     * @throws InterruptedException if the stage should stop
     */
    public List<ShotSource> prepare(Timeline timeline, List<SourceAsset> assets, Path actor, StageJob job, int upTo)
            throws StageException, MediaException, InterruptedException {
        List<ShotSource> sources = new ArrayList<>();
        Map<Integer, Path> canvases = new HashMap<>();
        for (Track track : timeline.tracks()) {
            for (int i = 0; i < track.shots().size(); i++) {
                job.checkStillWanted();
                sources.add(
                        switch (track.shots().get(i)) {
                            case Shot.Actor shot ->
                                new ShotSource(actor, (double) shot.start() / timeline.framesPerSecond(), "");
                            case Shot.Still still ->
                                ShotSource.of(canvas(canvases, assets.get(still.asset()), track, job.directory()));
                            case Shot.Clip clip -> clip(assets.get(clip.asset()), clip, track, i, timeline, job);
                        });
                job.progress(upTo * sources.size() / shots(timeline), DETAIL);
            }
        }
        return sources;
    }

    private static int shots(Timeline timeline) {
        return timeline.tracks().stream()
                .mapToInt(track -> track.shots().size())
                .sum();
    }

    private Path canvas(Map<Integer, Path> canvases, SourceAsset asset, Track track, Path directory)
            throws StageException, MediaException, InterruptedException {
        Path canvas = canvases.get(asset.number());
        if (canvas == null) {
            try {
                canvas = new StillCanvas(ffmpeg, track.box()).prepare(asset, directory);
            } catch (MediaException e) {
                throw asset.unreadable(e);
            }
            canvases.put(asset.number(), canvas);
        }
        return canvas;
    }

    private ShotSource clip(SourceAsset asset, Shot.Clip clip, Track track, int shot, Timeline timeline, StageJob job)
            throws StageException, MediaException, InterruptedException {
        Path cut = job.directory().resolve("cut-" + shot + ".mp4");
        ClipCut clips = new ClipCut(ffmpeg, probe, track.box(), timeline.framesPerSecond());
        boolean few = clips(track) <= MOST_OPEN_CLIPS;
        try {
            return clips.prepare(asset, clip.timing(), track.framesOf(shot), few, cut);
        } catch (MediaException e) {
            throw asset.unreadable(e);
        }
    }

    private static long clips(Track track) {
        return track.shots().stream().filter(Shot.Clip.class::isInstance).count();
    }
}
