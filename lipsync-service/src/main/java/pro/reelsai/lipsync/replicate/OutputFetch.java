package pro.reelsai.lipsync.replicate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.TransientStageException;

/** Fetches a finished video. The address was given by Replicate, and is fetched without our token. */
@ApplicationScoped
public class OutputFetch {
    private static final int OK = 200;
    private static final Set<Integer> GONE = Set.of(403, 404, 410);

    private final LipsyncConfig.Replicate config;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public OutputFetch(LipsyncConfig config) {
        this.config = config.replicate();
    }

    /**
     * Fetches a video into a file.
     *
     * @return false if it is not there any more
     * @throws TransientStageException if it cannot be fetched now
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    boolean fetch(URI uri, Path target) throws TransientStageException, IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(config.fetchTimeout()).build();
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unavailable(e);
        }
        try (InputStream in = response.body()) {
            if (GONE.contains(response.statusCode())) {
                return false;
            }
            if (response.statusCode() != OK) {
                throw unavailable(new IOException("HTTP " + response.statusCode()));
            }
            copy(in, target);
            return true;
        }
    }

    private void copy(InputStream in, Path target) throws IOException, TransientStageException {
        byte[] buffer = new byte[1 << 16];
        long left = config.largestOutput();
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                left -= read;
                if (left < 0) {
                    throw new IOException("The provider's video is larger than " + config.largestOutput() + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) throws TransientStageException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static TransientStageException unavailable(IOException cause) {
        return new TransientStageException(
                FailureCode.LIPSYNC_FAILED, "The provider's video cannot be fetched. Please try again later.", cause);
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
