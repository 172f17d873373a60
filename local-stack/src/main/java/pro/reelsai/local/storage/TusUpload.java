package pro.reelsai.local.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** An object that comes in pieces. Its state belongs to whoever holds the lock. */
final class TusUpload {
    private final ObjectPath target;
    private final long length;
    private final ContentHeaders headers;
    private final boolean overwrite;
    private final Path file;
    private final Instant expires;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long offset;

    /**
     * @param target what it will be
     * @param length how many bytes it will have
     * @param headers what is kept with it
     * @param overwrite whether the key may hold an object already
     * @param file where the pieces are gathered
     * @param expires from when on it takes no more
     */
    TusUpload(ObjectPath target, long length, ContentHeaders headers, boolean overwrite, Path file, Instant expires) {
        this.target = target;
        this.length = length;
        this.headers = headers;
        this.overwrite = overwrite;
        this.file = file;
        this.expires = expires;
    }

    ObjectPath target() {
        return target;
    }

    long length() {
        return length;
    }

    ContentHeaders headers() {
        return headers;
    }

    boolean mayOverwrite() {
        return overwrite;
    }

    Path file() {
        return file;
    }

    Instant expires() {
        return expires;
    }

    ReentrantLock lock() {
        return lock;
    }

    /** How many bytes have come. */
    long offset() {
        return offset;
    }

    void grow(long bytes) {
        offset += bytes;
    }

    boolean isComplete() {
        return offset == length;
    }
}
