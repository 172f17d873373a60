package pro.reelsai.stage.internal;

import pro.reelsai.model.StageOutput;
import pro.reelsai.model.event.ReelsEvent;

/** What came of a request in one shape of the ad. */
sealed interface Came {
    /**
     * An output is in the bucket.
     *
     * @param wasThere whether it was there before the job began
     */
    record Made(StageOutput output, boolean wasThere) implements Came {}

    /** The stage has parked, or has ended without files; the event says so. */
    record Said(ReelsEvent event) implements Came {}
}
