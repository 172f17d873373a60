package pro.reelsai.lipsync.replicate;

import java.time.Duration;

/** What Replicate answers to the request for a job. */
sealed interface Answer {
    /** The job exists. */
    record Created(Prediction prediction) implements Answer {}

    /** The job does not exist: too many requests; ask again after a while. */
    record Throttled(Duration reset) implements Answer {}

    /**
     * The job does not exist, and never will.
     *
     * @param status of HTTP
     * @param detail what Replicate says
     */
    record Refused(int status, String detail) implements Answer {}

    /** Nobody knows whether the job exists. */
    record None(String reason) implements Answer {}
}
