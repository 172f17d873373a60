package pro.reelsai.stage;

import pro.reelsai.model.FailureCode;
import pro.reelsai.runtime.media.MediaException;

/**
 * Says what a failure of FFmpeg means for the run, in a stage's own words.
 *
 * @param code why, where no other code says it better
 * @param unreadable for the user: what cannot be read, so that trying again is no use
 * @param slow for the user: what took too long
 * @param failed for the user: what could not be made
 */
public record MediaFailures(FailureCode code, String unreadable, String slow, String failed) {
    private static final String LATER = " Please try again later.";

    /** The stage's failure: for good if the stage's own input is damaged, to be tried again if the machine was at fault. */
    public StageException explain(MediaException e) {
        return switch (e.reason()) {
            case UNREADABLE -> new PermanentStageException(code, unreadable, e);
            case KILLED ->
                new TransientStageException(FailureCode.RENDER_OOM, "The renderer ran out of memory." + LATER, e);
            case TIMED_OUT -> new TransientStageException(FailureCode.TIMED_OUT, slow, e);
            case DISK_FULL -> TransientStageException.diskFull(e);
            case FAILED, NOT_INSTALLED -> new TransientStageException(code, failed + LATER, e);
        };
    }
}
