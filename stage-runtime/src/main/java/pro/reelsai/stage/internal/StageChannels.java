package pro.reelsai.stage.internal;

/** The channels of a stage service, as they are named in the configuration. */
public final class StageChannels {
    /** Requests to this stage. */
    public static final String REQUESTS = "stage-requests";

    /** Whatever this stage has to say; the topic is chosen per event. */
    public static final String EVENTS = "stage-events";

    /** Callbacks of providers, where the stage has such. */
    public static final String CALLBACKS = "stage-callbacks";

    private StageChannels() {}
}
