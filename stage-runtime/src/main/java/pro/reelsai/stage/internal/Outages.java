package pro.reelsai.stage.internal;

import java.util.stream.Stream;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.runtime.storage.StorageException;
import pro.reelsai.stage.TransientStageException;

/** Says what a part that is away means for the run. */
final class Outages {
    private static final String LATER = "Something went wrong on our side. Please try again later.";

    private Outages() {}

    /** The failure of a disk, the bucket or the database; each may be back for the next try. */
    static TransientStageException explain(Stage stage, Exception e) {
        if (isDiskFull(e)) {
            return TransientStageException.diskFull(e);
        }
        return e instanceof StorageException refusal
                ? new TransientStageException(FailureCode.UPLOAD_FAILED, explain(refusal), e)
                : new TransientStageException(codeOf(stage), LATER, e);
    }

    private static String explain(StorageException refusal) {
        return refusal.isOfTheKey()
                ? "The storage does not accept the key in SUPABASE_SERVICE_KEY. Set a valid key in the environment of the service (.env) and start it again."
                : "The bucket could not be reached. Please try again later.";
    }

    /** Java has no type for it: what the system says is all there is. */
    private static boolean isDiskFull(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message ->
                        message.contains("No space left on device") || message.contains("Disk quota exceeded"));
    }

    private static FailureCode codeOf(Stage stage) {
        return switch (stage) {
            case SCRIPT -> FailureCode.SCRIPT_UNAVAILABLE;
            case VOICE -> FailureCode.VOICE_UNAVAILABLE;
            // What the contract calls it depends on whether a job existed, which the gateway knows.
            case LIPSYNC -> FailureCode.INTERNAL;
            case EDITING -> FailureCode.EDITING_FAILED;
            case CAPTION -> FailureCode.CAPTIONS_FAILED;
        };
    }
}
