package pro.reelsai.local.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.JsonWebTokens;
import pro.reelsai.local.StackSecrets;

/** Repeats what was sent to the real Supabase Storage, in the same order, and expects the same answers. */
class RecordedProtocolTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST_OBJECT = 50L << 20;
    private static final int SIZE_OF_A = 10240;
    private static final int FIRST_PIECE = 6 << 20;
    /** The size of the object that is sent in two pieces. */
    private static final int PIECES = 7 << 20;

    private static final Pattern BYTES = Pattern.compile("<(\\d+) bytes.*>");
    private static final Pattern TOKEN = Pattern.compile("token=([^\"&]+)");

    @TempDir
    static Path directory;

    private static final StackSecrets SECRETS = StackSecrets.generate();
    private static final Map<String, String> VARIABLES = new HashMap<>();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static StorageServer server;

    @BeforeAll
    static void start() throws Exception {
        server = StorageServer.start(new StorageSettings(
                directory,
                0,
                SECRETS.jwtSecret(),
                SECRETS.serviceKey(),
                SECRETS.secretKey(),
                SECRETS.anonKey(),
                LARGEST_OBJECT,
                false));
        Clock yesterday = Clock.fixed(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC);
        JsonWebTokens past = new JsonWebTokens(SECRETS.jwtSecret(), yesterday);
        VARIABLES.put("SERVICE_ROLE_KEY", SECRETS.serviceKey());
        VARIABLES.put("ANON_KEY", SECRETS.anonKey());
        VARIABLES.put(
                "USER_JWT",
                new AccessTokens(SECRETS.jwtSecret(), "http://127.0.0.1")
                        .issue(UUID.randomUUID(), AccessTokens.AUTHENTICATED, Duration.ofHours(1)));
        VARIABLES.put("EXPIRED_JWT", past.sign(Map.of("role", "service_role"), Duration.ofHours(1)));
        VARIABLES.put("FORGED_JWT", StackSecrets.generate().serviceKey());
        byte[] md5 = MessageDigest.getInstance("MD5").digest(content(SIZE_OF_A));
        VARIABLES.put("ETAG", '"' + HexFormat.of().formatHex(md5) + '"');
        VARIABLES.put("EXPIRED_TOKEN", past.sign(Map.of("url", "reels/clips/t.txt"), Duration.ofHours(1)));
        HttpResponse<byte[]> created = send(new RecordedExchange(
                "",
                "POST",
                "/bucket",
                Map.of("authorization", "Bearer <SERVICE_ROLE_KEY>", "content-type", "application/json"),
                """
                {"id":"reels","name":"reels","public":false,"file_size_limit":10485760,
                 "allowed_mime_types":["video/*","image/jpeg","text/plain"]}""",
                200,
                Map.of(),
                ""));
        assertThat(created.statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheRealServerDid() throws IOException {
        return RecordedExchange.all().stream()
                .map(recorded -> DynamicTest.dynamicTest(recorded.name(), () -> assertSameAnswer(recorded)));
    }

    private static void assertSameAnswer(RecordedExchange recorded) throws Exception {
        // When
        HttpResponse<byte[]> response = send(recorded);
        rememberTokens(recorded, response);

        // Then
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(recorded.status());
        assertSameHeaders(recorded, response);
        assertSameBody(recorded, response, body);
    }

    private static HttpResponse<byte[]> send(RecordedExchange recorded) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + fill(recorded.path())));
        boolean chunked = recorded.requestHeaders().containsKey("transfer-encoding");
        recorded.requestHeaders().forEach((name, value) -> {
            if (!name.equals("transfer-encoding")) {
                request.header(name, fill(value));
            }
        });
        request.method(recorded.method(), publisher(recorded.requestBody(), chunked));
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static BodyPublisher publisher(String body, boolean chunked) {
        Matcher bytes = BYTES.matcher(body);
        if (!bytes.matches()) {
            return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        }
        byte[] content = content(Integer.parseInt(bytes.group(1)));
        return chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))
                : BodyPublishers.ofByteArray(content);
    }

    private static byte[] content(int... pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int piece : pieces) {
            whole.writeBytes(content(piece));
        }
        return whole.toByteArray();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            filled = filled.replace("<" + variable.getKey() + ">", variable.getValue());
        }
        return filled;
    }

    private static void rememberTokens(RecordedExchange recorded, HttpResponse<byte[]> response) {
        response.headers()
                .firstValue("location")
                .ifPresent(location -> VARIABLES.put("UPLOAD", location.substring(location.lastIndexOf('/') + 1)));
        Matcher token = TOKEN.matcher(new String(response.body(), StandardCharsets.UTF_8));
        if (recorded.method().equals("POST") && token.find()) {
            if (recorded.path().startsWith("/object/upload/sign/")) {
                VARIABLES.put("UPLOAD_TOKEN", token.group(1));
            } else {
                VARIABLES.putIfAbsent("READ_TOKEN", token.group(1));
                String[] parts = VARIABLES.get("READ_TOKEN").split("\\.");
                VARIABLES.put("TAMPERED_TOKEN", parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));
            }
        }
    }

    private static void assertSameHeaders(RecordedExchange recorded, HttpResponse<byte[]> response) {
        boolean json =
                recorded.responseHeaders().getOrDefault("content-type", "").contains("json");
        recorded.responseHeaders().forEach((name, value) -> {
            String actual = response.headers().firstValue(name).orElse(null);
            switch (name) {
                case "etag" -> assertThat(actual).as(name).matches("\"[0-9a-f]{32}\"");
                case "last-modified", "expires" ->
                    assertThat(actual).as(name).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
                case "content-length" -> {
                    if (!json) {
                        assertThat(actual).as(name).isEqualTo(value);
                    }
                }
                case "location" ->
                    assertThat(actual).as(name).matches(server.url() + "/storage/v1/upload/resumable/[A-Za-z0-9_-]+");
                default -> assertThat(actual).as(name).isEqualTo(value);
            }
        });
    }

    private static void assertSameBody(RecordedExchange recorded, HttpResponse<byte[]> response, String body)
            throws IOException {
        Matcher bytes = BYTES.matcher(recorded.responseBody());
        if (bytes.matches()) {
            int size = Integer.parseInt(bytes.group(1));
            assertThat(response.body())
                    .isEqualTo(size == PIECES ? content(FIRST_PIECE, PIECES - FIRST_PIECE) : content(size));
        } else if (recorded.responseBody().startsWith("{")
                || recorded.responseBody().startsWith("[")) {
            assertThat(JSON.readTree(withoutChance(body)))
                    .isEqualTo(JSON.readTree(withoutChance(recorded.responseBody())));
        } else {
            assertThat(body.strip()).isEqualTo(recorded.responseBody());
        }
    }

    /** Puts a word in the place of everything that is different in every run. */
    private static String withoutChance(String json) {
        return json.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "<time>")
                .replaceAll("[0-9a-f]{32}", "<md5>")
                .replaceAll("eyJ[\\w.-]+", "<JWT>");
    }
}
