package pro.reelsai.runtime.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.file.FileSystemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Repeats requests that the storage server could not serve just then. */
@ApplicationScoped
class StorageRetry {
    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 10;

    private final StorageConfig config;

    StorageRetry(StorageConfig config) {
        this.config = config;
    }

    /** The same request, tried again; what still fails ends in a {@link StorageException}. */
    <T> Uni<T> retrying(Uni<T> request) {
        return named(request)
                .onFailure(StorageRetry::isTransient)
                .retry()
                .withBackOff(config.backoff())
                .withJitter(JITTER)
                .atMost(config.attempts() - 1L);
    }

    /** The same request, whose every failure on the way is a {@link StorageException}. */
    <T> Uni<T> named(Uni<T> request) {
        return request.onFailure(StorageRetry::isOfTheNetwork)
                .transform(e -> new StorageException("Storage cannot be reached: " + e.getMessage(), e));
    }

    /** How often a request is tried. */
    int attempts() {
        return config.attempts();
    }

    /**
     * How long to wait after a failure.
     *
     * @param failures how many there were, from 1
     */
    Duration pause(int failures) {
        return config.backoff().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    }

    private static boolean isTransient(Throwable failure) {
        return failure instanceof StorageException e && e.isTransient();
    }

    /** What is no answer: the REST client and Vert.x have a type of their own for each way in which none comes. */
    private static boolean isOfTheNetwork(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof ProcessingException
                || failure instanceof TimeoutException
                || failure instanceof VertxException && !(failure instanceof FileSystemException);
    }
}
