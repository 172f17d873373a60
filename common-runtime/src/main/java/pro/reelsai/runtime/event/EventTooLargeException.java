package pro.reelsai.runtime.event;

/** An event does not fit a topic. The same event never will. */
public final class EventTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    EventTooLargeException(String message) {
        super(message);
    }
}
