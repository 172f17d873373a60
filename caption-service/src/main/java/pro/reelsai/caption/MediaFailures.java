package pro.reelsai.caption;

import pro.reelsai.model.FailureCode;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;

/** Says what a failure of FFmpeg means for the run. */
final class MediaFailures {
    private MediaFailures() {}

    /** The stage's failure: for good if the composed picture is damaged, to be tried again if the machine was at fault. */
    static StageException explain(MediaException e) {
        return switch (e.reason()) {
            case UNREADABLE ->
                new PermanentStageException(FailureCode.CAPTIONS_FAILED, "The composed video cannot be read.", e);
            case KILLED ->
                new TransientStageException(
                        FailureCode.RENDER_OOM, "The renderer ran out of memory. Please try again later.", e);
            case TIMED_OUT ->
                new TransientStageException(FailureCode.TIMED_OUT, "Adding the captions took too long.", e);
            case FAILED, DISK_FULL, NOT_INSTALLED ->
                new TransientStageException(
                        FailureCode.CAPTIONS_FAILED, "The captions could not be added. Please try again later.", e);
        };
    }
}
