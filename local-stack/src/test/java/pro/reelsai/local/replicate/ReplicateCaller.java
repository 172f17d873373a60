package pro.reelsai.local.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Speaks raw HTTP to the stand-in, with its token. */
final class ReplicateCaller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI server;

    ReplicateCaller(URI server) {
        this.server = server;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer r8_secret");
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return client.send(request, body);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> create(String body) throws IOException, InterruptedException {
        return post("/v1/predictions", body);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(
                send(request(path).build(), BodyHandlers.ofString()).body());
    }

    /** Waits until a prediction is at a status. */
    JsonNode await(String id, String status) {
        return Awaitility.await().atMost(PATIENCE).until(() -> get("/v1/predictions/" + id), prediction -> prediction
                .path("status")
                .asText()
                .equals(status));
    }

    @Override
    public void close() {
        client.close();
    }
}
