package pro.reelsai.rendering.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.FailureCode;
import pro.reelsai.rendering.timeline.Footage;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;

/** Brings the user's assets to disk and looks at what they really are. */
public final class AssetShelf {
    /** A clip shorter than this is shown as a still picture: repeated so fast, it would flicker. */
    private static final double SHORTEST_CLIP_SECONDS = 0.5;

    private static final int LONGEST_NAME = 60;

    private final MediaProbe probe;

    public AssetShelf(MediaProbe probe) {
        this.probe = probe;
    }

    /**
     * Fetches and probes all assets of a job.
     *
     * @throws StageException if there is none, or one cannot be read
     */
    public List<SourceAsset> fetch(StageJob job)
            throws StageException, MediaException, IOException, InterruptedException {
        List<Asset> assets = job.context().assets();
        if (assets.isEmpty()) {
            throw new PermanentStageException(
                    FailureCode.EDITING_FAILED, "There is no picture or clip to show. Please upload one.");
        }
        List<SourceAsset> sources = new ArrayList<>();
        for (int i = 0; i < assets.size(); i++) {
            job.checkStillWanted();
            Path file = job.fetch(assets.get(i).key());
            sources.add(
                    look(i, name(i, assets.get(i).description()), assets.get(i).type(), file));
        }
        return sources;
    }

    private SourceAsset look(int number, String name, AssetType type, Path file)
            throws StageException, MediaException, InterruptedException {
        try {
            MediaInfo info = probe.probe(file);
            Optional<MediaInfo.Video> video = info.video().filter(picture -> picture.width() > 0);
            if (video.isEmpty()) {
                throw new PermanentStageException(
                        FailureCode.ASSET_UNREADABLE, name + " has no picture in it. Please leave it out.");
            }
            boolean flash = info.durationSeconds() > 0 && info.durationSeconds() < SHORTEST_CLIP_SECONDS;
            boolean still = type == AssetType.IMAGE || info.isStill() || flash;
            Footage footage =
                    still ? new Footage(AssetType.IMAGE, 0) : new Footage(AssetType.VIDEO, info.durationSeconds());
            return new SourceAsset(number, name, file, footage, video.get());
        } catch (MediaException e) {
            throw SourceAsset.unreadable(name, e);
        }
    }

    private static String name(int index, @Nullable String description) {
        String number = "Asset " + (index + 1);
        if (description == null || description.isBlank()) {
            return number;
        }
        String stripped = description.strip();
        String shortened = stripped.codePointCount(0, stripped.length()) > LONGEST_NAME
                ? stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST_NAME)) + "…"
                : stripped;
        return number + " (“" + shortened + "”)";
    }
}
