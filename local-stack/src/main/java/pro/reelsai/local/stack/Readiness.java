package pro.reelsai.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How to tell that a part serves. */
sealed interface Readiness {
    /** Whether the part, which runs with this process id, serves now. */
    boolean isReady(long pid) throws InterruptedException;

    /**
     * The part writes its process id into a file.
     *
     * @param path the file
     */
    record ByFile(Path path) implements Readiness {
        @Override
        public boolean isReady(long pid) {
            try {
                return Files.exists(path) && Files.readString(path).strip().equals(Long.toString(pid));
            } catch (IOException e) {
                // It is being written at this moment.
                return false;
            }
        }
    }

    /**
     * The part answers a request with status 200.
     *
     * @param client who asks
     * @param uri what is asked
     */
    record ByHttp(HttpClient client, URI uri) implements Readiness {
        private static final Duration PATIENCE = Duration.ofSeconds(5);

        @Override
        public boolean isReady(long pid) throws InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                // Nobody listens yet.
                return false;
            }
        }
    }
}
