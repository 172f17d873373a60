package pro.reelsai.local.stack;

import java.util.Locale;

/** What a part is doing. */
public enum PartState {
    /** It serves. */
    READY,
    /** It runs but does not serve, not yet or no more. */
    STARTING,
    /** It was started and has ended by itself. */
    DEAD,
    /** It was not started, or was stopped. */
    STOPPED;

    /** The state in lower case, as it is printed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
