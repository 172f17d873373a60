package pro.reelsai.runtime.storage;

import java.util.Set;

/** The storage server refused a request or could not serve it. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<Integer> RETRYABLE = Set.of(423, 429, 544);

    private final int status;

    StorageException(int status, String message) {
        super(message);
        this.status = status;
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The true status of the answer, which is not always that of HTTP; 0 where no answer came. */
    public int status() {
        return status;
    }

    /** Whether the object, or its bucket, does not exist. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether our key is wrong, or may not do this. */
    public boolean isOfTheKey() {
        return status == 401 || status == 403;
    }

    /** Whether the same request may succeed later. */
    public boolean isTransient() {
        return status == 0 || status >= 500 || RETRYABLE.contains(status);
    }
}
