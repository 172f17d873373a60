package pro.reelsai.gateway.notification;

/** What a message tells of a run. */
public enum Kind {
    STARTED,
    COMPLETED,
    FAILED
}
