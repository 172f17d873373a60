package pro.reelsai.local.stack;

import org.jspecify.annotations.Nullable;

/** The suite could not be started or stopped; the message tells the user what to do about it. */
public final class StackException extends Exception {
    private static final long serialVersionUID = 1;

    /** A failure with a message for the user. */
    public StackException(String message) {
        this(message, null);
    }

    /** A failure with a message for the user and what was behind it. */
    public StackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
