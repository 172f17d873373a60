package pro.reelsai.local;

import org.jspecify.annotations.Nullable;

/** A bearer token that proves nothing; the message says why, in the words of Supabase Storage. */
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidTokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
