package pro.reelsai.rendering.picture;

import java.nio.file.Path;
import java.util.Set;
import pro.reelsai.model.FailureCode;
import pro.reelsai.rendering.timeline.Footage;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaException.Reason;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.stage.PermanentStageException;

/**
 * An asset on disk.
 *
 * @param number which of the assets, from 0
 * @param name what to call it before the user
 * @param file where it lies
 * @param footage what the planner has to know of it
 * @param video its picture, as probed
 */
public record SourceAsset(int number, String name, Path file, Footage footage, MediaInfo.Video video) {
    private static final Set<Reason> FAULT_OF_THE_FILE = Set.of(Reason.UNREADABLE, Reason.FAILED);

    /** Whether the picture may have see-through parts. */
    boolean mayBeTransparent() {
        return video.pixelFormat().matches("rgba.*|bgra.*|argb.*|abgr.*|ya\\d.*|yuva.*|gbrap.*|pal8");
    }

    /**
     * What it means that FFmpeg failed on an asset.
     *
     * @return the failure of the run, to be thrown, if the file is at fault
     * @throws MediaException the same, if the machine is at fault
     */
    public static PermanentStageException unreadable(String name, MediaException e) throws MediaException {
        if (!FAULT_OF_THE_FILE.contains(e.reason())) {
            throw e;
        }
        return new PermanentStageException(
                FailureCode.ASSET_UNREADABLE,
                name + " cannot be read. Please upload it again or leave it out, and start the ad again.",
                e);
    }

    /** As {@link #unreadable(String, MediaException)}, for this asset. */
    PermanentStageException unreadable(MediaException e) throws MediaException {
        return unreadable(name, e);
    }
}
