package pro.reelsai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as the page of a web frontend does: with its {@code Origin}, after a preflight wherever the
 * <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a> asks for one, and reads only what that
 * protocol lets a page read.
 */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> allowed = new HashSet<>();
    private final String gateway;
    private final String origin;
    private final String token;
    private final Listener listener;

    /**
     * @param gateway the gateway's URL, without a trailing slash
     * @param origin where the page comes from, such as {@code http://localhost:3000}
     * @param token the user's access token
     * @param listener is told of every answer
     */
    public Browser(String gateway, String origin, String token, Listener listener) {
        this.gateway = gateway;
        this.origin = origin;
        this.token = token;
        this.listener = listener;
    }

    /**
     * Fetches JSON.
     *
     * @param body the JSON to send; null for none
     * @throws ApiException if the answer is a problem, or one that the page must not see
     * @throws IOException if there is no answer
     */
    public JsonNode fetch(String method, String path, @Nullable Map<String, ?> body)
            throws ApiException, IOException, InterruptedException {
        return body == null
                ? send(method, path, null, BodyPublishers.noBody())
                : send(method, path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    /**
     * Sends a file as the part {@code file} of a form.
     *
     * @throws ApiException if the answer is a problem, or one that the page must not see
     * @throws IOException if there is no answer or the file cannot be read
     */
    public JsonNode upload(String path, Path file) throws ApiException, IOException, InterruptedException {
        MultipartFile form = new MultipartFile("file", file);
        return send("POST", path, form.contentType(), form.publisher());
    }

    /**
     * Reads a stream of Server-Sent Events to its end, as a page does with {@code fetch}: an {@code EventSource} could not
     * send the token.
     *
     * @return the data of the last event
     * @throws ApiException if the answer is a problem, or one that the page must not see
     * @throws IOException if there is no answer, no event in it, or the stream breaks
     */
    public JsonNode lastEvent(String path) throws ApiException, IOException, InterruptedException {
        preflight("GET", path, "authorization");
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Origin", origin)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
        requireVisible(answer);
        JsonNode last = JSON.missingNode();
        try (Stream<String> lines = answer.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith(DATA)) {
                    listener.answered("GET", path, answer.statusCode(), line.substring(DATA.length()));
                    last = JSON.readTree(line.substring(DATA.length()));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (answer.statusCode() != 200 || last.isMissingNode()) {
            throw new ApiException(answer.statusCode(), "There were no events: status " + answer.statusCode());
        }
        return last;
    }

    /**
     * Fetches a file from elsewhere by a signed URL, which is its own permission.
     *
     * @throws IOException if it does not come
     */
    public void download(String url, Path target) throws IOException, InterruptedException {
        HttpResponse<Path> answer =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofFile(target));
        listener.answered("GET", URI.create(url).getPath(), answer.statusCode(), Files.size(target) + " bytes");
        if (answer.statusCode() != 200) {
            throw new IOException("The file did not come: status " + answer.statusCode());
        }
    }

    private JsonNode send(String method, String path, @Nullable String contentType, BodyPublisher body)
            throws ApiException, IOException, InterruptedException {
        // A form is a "simple" content type and JSON is not; the authorization asks for a preflight in any case.
        boolean named = contentType != null && !contentType.startsWith("multipart/");
        preflight(method, path, named ? "authorization,content-type" : "authorization");
        HttpRequest.Builder request =
                request(path).header("Authorization", "Bearer " + token).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        listener.answered(method, path, answer.statusCode(), answer.body());
        requireVisible(answer);
        JsonNode json = answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        if (answer.statusCode() >= 300) {
            throw new ApiException(answer.statusCode(), json.path("detail").asText("Status " + answer.statusCode()));
        }
        return json;
    }

    private void preflight(String method, String path, String headers)
            throws ApiException, IOException, InterruptedException {
        if (!allowed.add(method + " " + path + " " + headers)) {
            return;
        }
        HttpResponse<String> answer = client.send(
                request(path)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", headers)
                        .build(),
                BodyHandlers.ofString());
        requireVisible(answer);
        boolean methodAllowed = list(answer, "Access-Control-Allow-Methods").contains(method.toLowerCase(Locale.ROOT));
        boolean headersAllowed = list(answer, "Access-Control-Allow-Headers").containsAll(List.of(headers.split(",")));
        if (answer.statusCode() / 100 != 2 || !methodAllowed || !headersAllowed) {
            throw new ApiException(answer.statusCode(), "A browser may not send " + method + " " + path);
        }
    }

    private void requireVisible(HttpResponse<?> answer) throws ApiException {
        String visible =
                answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
        if (!visible.equals(origin) && !visible.equals("*")) {
            throw new ApiException(answer.statusCode(), "A page of " + origin + " may not read this answer");
        }
    }

    private static List<String> list(HttpResponse<?> answer, String header) {
        return answer.headers().allValues(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Origin", origin);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Is told of every answer. */
    @FunctionalInterface
    public interface Listener {
        /**
         * There was an answer.
         *
         * @param method the request's method
         * @param path the request's path
         * @param status the answer's status
         * @param body the answer's body
         */
        void answered(String method, String path, int status, String body);
    }
}
