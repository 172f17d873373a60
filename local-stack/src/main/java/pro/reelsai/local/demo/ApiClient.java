package pro.reelsai.local.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** Speaks the gateway's REST contract as a frontend does: JSON, one bearer token, no redirects followed unseen. */
public final class ApiClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String gateway;
    private final String token;

    /**
     * @param gateway the gateway's URL, without a trailing slash
     * @param token the user's bearer token
     */
    public ApiClient(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * GET.
     *
     * @param path such as {@code /api/products/{}/…}, without anything that needs encoding
     * @throws ApiException if the answer is a problem
     * @throws IOException if there is no answer
     */
    public JsonNode get(String path) throws ApiException, IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /**
     * POST of JSON.
     *
     * @throws ApiException if the answer is a problem
     * @throws IOException if there is no answer
     */
    public JsonNode post(String path, Map<String, ?> body) throws ApiException, IOException, InterruptedException {
        return send(json(path).POST(publisher(body)).build());
    }

    /**
     * POST without a body.
     *
     * @throws ApiException if the answer is a problem
     * @throws IOException if there is no answer
     */
    public JsonNode post(String path) throws ApiException, IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    /**
     * PUT of JSON.
     *
     * @throws ApiException if the answer is a problem
     * @throws IOException if there is no answer
     */
    public JsonNode put(String path, Map<String, ?> body) throws ApiException, IOException, InterruptedException {
        return send(json(path).PUT(publisher(body)).build());
    }

    /**
     * Uploads a file as the part {@code file} of a form.
     *
     * @throws ApiException if the answer is a problem
     * @throws IOException if there is no answer or the file cannot be read
     */
    public JsonNode upload(String path, Path file) throws ApiException, IOException, InterruptedException {
        MultipartFile form = new MultipartFile("file", file);
        return send(request(path)
                .header("Content-Type", form.contentType())
                .POST(form.publisher())
                .build());
    }

    /**
     * Follows the redirect of a route to a file and stores the file, whole or not at all.
     *
     * @throws ApiException if the answer is a problem
     * @throws IOException if there is no answer or the file cannot be written
     */
    public void download(String path, Path target) throws ApiException, IOException, InterruptedException {
        HttpResponse<String> redirect = client.send(request(path).GET().build(), BodyHandlers.ofString());
        if (redirect.statusCode() != 307) {
            throw problem(redirect);
        }
        String location =
                redirect.headers().firstValue("Location").orElseThrow(() -> new IOException("A redirect to nowhere"));
        fetch(URI.create(location), target);
    }

    /**
     * Stores the file behind a signed URL, whole or not at all.
     *
     * @throws ApiException if the storage refuses
     * @throws IOException if there is no answer or the file cannot be written
     */
    public void fetch(URI signed, Path target) throws ApiException, IOException, InterruptedException {
        Path directory = Files.createDirectories(target.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(directory, ".download", ".tmp");
        try {
            // The signed URL is its own permission: the token is not for the storage.
            HttpRequest file = HttpRequest.newBuilder(signed).build();
            HttpResponse<Path> response = client.send(file, BodyHandlers.ofFile(draft));
            if (response.statusCode() != 200) {
                throw new ApiException(response.statusCode(), "The storage answered: " + Files.readString(draft));
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private static BodyPublisher publisher(Map<String, ?> body) throws IOException {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private JsonNode send(HttpRequest request) throws ApiException, IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw problem(response);
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private static ApiException problem(HttpResponse<String> response) {
        String detail;
        try {
            detail = JSON.readTree(response.body()).path("detail").asText(response.body());
        } catch (JacksonException e) {
            detail = response.body();
        }
        return new ApiException(
                response.statusCode(),
                "%s %s: %d %s"
                        .formatted(
                                response.request().method(),
                                response.request().uri().getPath(),
                                response.statusCode(),
                                detail));
    }

    @Override
    public void close() {
        client.close();
    }
}
