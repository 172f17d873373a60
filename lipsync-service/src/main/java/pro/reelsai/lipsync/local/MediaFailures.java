package pro.reelsai.lipsync.local;

import pro.reelsai.model.FailureCode;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;

/** Says what a failure of FFmpeg means for the run. */
final class MediaFailures {
    private MediaFailures() {}

    /** The stage's failure: for good if the speech is damaged, to be tried again if the machine was at fault. */
    static StageException explain(MediaException e) {
        return switch (e.reason()) {
            case UNREADABLE ->
                new PermanentStageException(FailureCode.LIPSYNC_FAILED, "The speech cannot be played.", e);
            case KILLED ->
                new TransientStageException(
                        FailureCode.RENDER_OOM, "The renderer ran out of memory. Please try again later.", e);
            case TIMED_OUT ->
                new TransientStageException(FailureCode.TIMED_OUT, "Drawing the presenter took too long.", e);
            case FAILED, DISK_FULL, NOT_INSTALLED ->
                new TransientStageException(
                        FailureCode.LIPSYNC_FAILED, "The presenter could not be drawn. Please try again later.", e);
        };
    }
}
