package pro.reelsai.stage.internal;

import java.util.List;

/** The channels of a stage service, as they are named in the configuration. */
public final class StageChannels {
    /** Requests to this stage. */
    public static final String REQUESTS = "stage-requests";

    /** Requests that failed once and have waited for the shortest time. */
    public static final String FIRST_RETRIES = "stage-retries-first";

    /** Requests that failed twice. */
    public static final String SECOND_RETRIES = "stage-retries-second";

    /** Requests that failed more often. */
    public static final String LATER_RETRIES = "stage-retries-later";

    /** Runs that are not wanted any more. */
    public static final String CANCELLATIONS = "run-cancellations";

    /** Whatever this stage has to say; the topic is chosen per record. */
    public static final String EVENTS = "stage-events";

    /** Callbacks of providers, where the stage has such. */
    public static final String CALLBACKS = "stage-callbacks";

    /** All channels that bring work. */
    public static final List<String> INTAKE = List.of(REQUESTS, FIRST_RETRIES, SECOND_RETRIES, LATER_RETRIES);

    private StageChannels() {}
}
