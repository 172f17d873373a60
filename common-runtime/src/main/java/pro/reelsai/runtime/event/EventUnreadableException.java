package pro.reelsai.runtime.event;

/** A record cannot be understood: its topic, version or bytes are not ours. Trying again does not help. */
public final class EventUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    EventUnreadableException(String message) {
        super(message);
    }

    EventUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
