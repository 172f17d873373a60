package pro.reelsai.local.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speaks raw HTTP to the stand-in, as Replicate's documentation shows it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplicateServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MUSETALK = "5501004e78525e4bbd9fa20d1e75ad51fddce5a274bec07b9b16d685e34eeaf8";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    static Path media;

    private static ReplicateFiles files;
    private static String video;
    private static String audio;

    @TempDir
    private Path directory;

    private final ObjectMapper json = new ObjectMapper();
    private ReplicateServer server;
    private ReplicateCaller caller;

    @BeforeAll
    static void serveAVideoAndASpeech() throws Exception {
        files = ReplicateFiles.serve(media);
        video = files.video();
        audio = files.audio();
    }

    @AfterAll
    static void serveNoMore() {
        files.close();
    }

    @BeforeEach
    void start() throws Exception {
        ReplicateSettings settings =
                ReplicateSettings.of(directory, 0, "r8_secret", SECRET).hurried();
        server = ReplicateServer.start(new ReplicateSettings(
                settings.directory(),
                0,
                settings.token(),
                SECRET,
                true,
                settings.starting(),
                settings.predicting(),
                settings.retention(),
                settings.webhookRetries(),
                2));
        caller = new ReplicateCaller(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
        caller.close();
    }

    @Test
    void makesAVideoAsLongAsTheSpeechByAModelThatRepeatsTheActors() throws Exception {
        // Given
        HttpResponse<String> created = caller.post(
                "/v1/models/sync/lipsync-2/predictions",
                "{\"input\": {\"video\": \"" + video + "\", \"audio\": \"" + audio + "\"}}");
        JsonNode prediction = json.readTree(created.body());

        // When
        JsonNode done = caller.await(prediction.path("id").asText(), "succeeded");

        // Then
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(prediction.path("status").asText()).isEqualTo("starting");
        assertThat(prediction.path("output").isNull()).isTrue();
        assertThat(prediction.path("id").asText()).matches("[0-9a-z]{26}");
        assertThat(done.path("metrics").path("predict_time").asDouble()).isPositive();
        assertThat(done.path("urls").path("get").asText())
                .endsWith("/v1/predictions/" + done.path("id").asText());
        assertThat(secondsOfOutput(done)).isBetween(1.8, 2.3);
    }

    @Test
    void endsWithTheActorsVideoByAModelThatPromisesNoMore() throws Exception {
        // Given
        String id = id(caller.create(job()));

        // When
        JsonNode done = caller.await(id, "succeeded");

        // Then
        assertThat(secondsOfOutput(done)).isBetween(0.9, 1.2);
    }

    private double secondsOfOutput(JsonNode prediction) throws Exception {
        Path output = directory.resolve("fetched.mp4");
        caller.send(
                HttpRequest.newBuilder(URI.create(prediction.path("output").asText()))
                        .build(),
                BodyHandlers.ofFile(output));
        return seconds(output);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version": "V"}                                                     | input is required
            {"input": {}}                                                        | version is required
            {"version": "V", "input": {"audio_input": "A"}}                      | video_input is required
            {"version": "V", "input": {"video_input": 7, "audio_input": "A"}}    | Invalid type
            {"version": "V", "input": {"video_input": "x", "audio_input": "A"}}  | Does not match format 'uri'
            {"version": "V", "input": {"video_input": "A", "audio_input": "A", "zoom": 1}} | zoom is not allowed
            {"version": "V", "input": I, "webhooks": "https://x.y"}              | webhooks is not allowed
            {"version": "V", "input": I, "webhook": "http://example.com/hook"}   | webhook must be an HTTPS URL
            {"version": "V", "input": I, "webhook_events_filter": ["done"]}      | must be a list of
            {"version": "latest", "input": I}                                    | The specified version does not exist
            """)
    void refusesWhatItsSpecificationDoesNotAllow(String body, String detail) throws Exception {
        // When
        HttpResponse<String> refused = caller.create(body.replace("\"V\"", "\"" + MUSETALK + "\"")
                .replace("\"A\"", "\"" + audio + "\"")
                .replace(" I", " " + input()));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json.readTree(refused.body()).path("detail").asText()).contains(detail);
        assertThat(server.tally().predictions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"90s, 201", "5m, 201", "1h30m45s, 201", "30, 201", "4s, 400", "soon, 400", "1d, 400"})
    void readsTheHeaderThatBoundsALife(String cancelAfter, int status) throws Exception {
        // When
        HttpResponse<String> response = caller.send(
                caller.request("/v1/predictions")
                        .header("Cancel-After", cancelAfter)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(job()))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void asksForAToken() throws Exception {
        // When
        HttpResponse<String> without = caller.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/v1/predictions"))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(json.readTree(without.body()).path("title").asText()).isEqualTo("Unauthenticated");
    }

    @Test
    void runsOfficialModelsByNameAndOthersByVersionOnly() throws Exception {
        // When
        String body = "{\"input\": {\"video\": \"" + video + "\", \"audio\": \"" + audio + "\"}}";
        HttpResponse<String> official = caller.post("/v1/models/sync/lipsync-2/predictions", body);
        HttpResponse<String> other = caller.post("/v1/models/douwantech/musetalk/predictions", body);

        // Then
        assertThat(official.statusCode()).isEqualTo(201);
        assertThat(json.readTree(official.body()).path("model").asText()).isEqualTo("sync/lipsync-2");
        assertThat(other.statusCode()).isEqualTo(404);
    }

    @Test
    void listsTheNewestFirstInPages() throws Exception {
        // Given
        List<String> ids = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(id(caller.create(job())));
        }

        // When
        JsonNode first = caller.get("/v1/predictions");
        JsonNode second = caller.get(
                first.path("next").asText().substring(server.url().toString().length()));

        // Then
        assertThat(first.path("results").findValuesAsText("id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.path("results").findValuesAsText("id")).isEqualTo(ids.subList(2, 3));
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("results").path(0).has("webhook")).isFalse();
    }

    @Test
    void cancelsWhatRunsAndLeavesWhatHasEnded() throws Exception {
        // Given
        server.faults().plan(Fault.NEVER_ENDS, "", 1);
        String endless = id(caller.create(job()));
        caller.await(endless, "processing");
        String ended = id(caller.create(job()));
        caller.await(ended, "succeeded");

        // When
        HttpResponse<String> stopped = caller.post("/v1/predictions/" + endless + "/cancel", "");
        HttpResponse<String> late = caller.post("/v1/predictions/" + ended + "/cancel", "");

        // Then
        assertThat(json.readTree(stopped.body()).path("status").asText()).isEqualTo("canceled");
        assertThat(json.readTree(late.body()).path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void signsItsFinalWebhookAndRepeatsItUntilItIsHeard() throws Exception {
        // Given
        List<Map<String, String>> heard = new CopyOnWriteArrayList<>();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/hook", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                heard.add(Map.of(
                        "id", exchange.getRequestHeaders().getFirst("webhook-id"),
                        "timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                        "signature", exchange.getRequestHeaders().getFirst("webhook-signature"),
                        "body", body));
                exchange.sendResponseHeaders(heard.size() < 3 ? 503 : 200, -1);
            }
        });
        listener.start();

        // When
        caller.create("{\"version\": \"" + MUSETALK + "\", \"input\": " + input() + ", \"webhook\": \"http://localhost:"
                + listener.getAddress().getPort() + "/hook\", \"webhook_events_filter\": [\"completed\"]}");

        // Then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard)
                .hasSize(3));
        listener.stop(0);
        Map<String, String> last = heard.getLast();
        assertThat(heard).extracting(webhook -> webhook.get("id")).containsOnly(last.get("id"));
        assertThat(json.readTree(last.get("body")).path("status").asText()).isEqualTo("succeeded");
        assertThat(last.get("signature"))
                .isEqualTo(new WebhookSignature(SECRET)
                        .sign(last.get("id"), Long.parseLong(last.get("timestamp")), last.get("body")));
    }

    @Test
    void saysInItsTextWhenAThrottledCallerMayComeBack() throws Exception {
        // Given
        server.faults().plan(Fault.THROTTLED, "", 1);

        // When
        HttpResponse<String> throttled = caller.create(job());

        // Then
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body())
                .isEqualTo("{\"detail\":\"Request was throttled. Your rate limit resets in ~1s.\"}");
    }

    @Test
    void forgetsFilesAfterTheirTime() throws Exception {
        // Given
        server.faults().plan(Fault.OUTPUT_GONE, "", 1);
        String id = id(caller.create(job()));

        // When
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        caller.get("/v1/predictions/" + id).path("data_removed").asBoolean())
                .isTrue());

        // Then
        JsonNode forgotten = caller.get("/v1/predictions/" + id);
        assertThat(forgotten.path("status").asText()).isEqualTo("succeeded");
        assertThat(forgotten.path("output").isNull()).isTrue();
        assertThat(forgotten.path("input")).isEmpty();
    }

    @Test
    void countsTwoSignaturesOfTheSameFilesAsOneInput() throws Exception {
        // When
        caller.create(job());
        caller.create("{\"version\": \"" + MUSETALK + "\", \"input\": " + input().replace("token=1", "token=9") + "}");

        // Then
        assertThat(server.tally().predictions()).isEqualTo(2);
        assertThat(server.tally().distinctInputs()).isEqualTo(1);
    }

    @Test
    void takesSmallFilesInTheRequestItself() throws Exception {
        // Given
        String small = "data:audio/mpeg;base64,"
                + Base64.getEncoder().encodeToString(Files.readAllBytes(media.resolve("a.mp3")));
        String large = "data:audio/mpeg;base64," + "A".repeat(256 * 1024);

        // When
        HttpResponse<String> taken = caller.create("{\"version\": \"" + MUSETALK + "\", \"input\": {\"video_input\": \""
                + video + "\", \"audio_input\": \"" + small + "\"}}");
        HttpResponse<String> refused = caller.create("{\"version\": \"" + MUSETALK
                + "\", \"input\": {\"video_input\": \"" + video + "\", \"audio_input\": \"" + large + "\"}}");

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        caller.await(id(taken), "succeeded");
    }

    private static String job() {
        return "{\"version\": \"" + MUSETALK + "\", \"input\": " + input() + "}";
    }

    private static String input() {
        return "{\"video_input\": \"" + video + "\", \"audio_input\": \"" + audio + "\"}";
    }

    private String id(HttpResponse<String> created) throws Exception {
        return json.readTree(created.body()).path("id").asText();
    }

    private static double seconds(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file.toString())
                .start();
        return Double.parseDouble(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }
}
