package pro.reelsai.local.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElevenLabsServerTest {
    private static final String KEY = "xi-test-key";
    private static final String SARAH = "EXAVITQu4vr4xnSDxMaL";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ElevenLabsServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        server = ElevenLabsServer.start(0, KEY, Duration.ofMillis(100));
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void tellsWhenEveryCharacterIsSpoken() throws Exception {
        // Given
        String text = "Meet Brew Buddy — it's 🎉 small.";

        // When
        HttpResponse<String> answer = post(SARAH, KEY, "{\"text\": \"" + text + "\"}");

        // Then
        JsonNode body = JSON.readTree(answer.body());
        JsonNode alignment = body.path("alignment");
        StringBuilder characters = new StringBuilder();
        alignment.path("characters").forEach(character -> characters.append(character.asText()));
        assertThat(characters).hasToString(text);
        assertThat(alignment.path("character_start_times_seconds")).hasSameSizeAs(alignment.path("characters"));
        assertThat(alignment.path("character_end_times_seconds")).hasSameSizeAs(alignment.path("characters"));
        double before = 0;
        for (JsonNode start : alignment.path("character_start_times_seconds")) {
            assertThat(start.asDouble()).isGreaterThanOrEqualTo(before - 0.001);
            before = start.asDouble();
        }
        byte[] sound = Base64.getDecoder().decode(body.path("audio_base64").asText());
        assertThat(sound.length / 16_000.0).as("seconds at 128 kbit/s").isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXAVITQu4vr4xnSDxMaL | wrong | {\"text\": \"x\"} | 401 | invalid_api_key",
                "EXAVITQu4vr4xnSDxMaL | | {\"text\": \"x\"} | 401 | needs_authorization",
                "nobody | xi-test-key | {\"text\": \"x\"} | 404 | voice_not_found",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | {} | 422 | Field required",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | {\"text\": \"\"} | 422 | string_too_short",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | nonsense | 422 | JSON decode error",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | {\"text\": \"x\", \"seed\": -1} | 422 | seed",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | {\"text\": \"x\", \"model_id\": \"eleven_v9\"} | 400 | model_not_found",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | {\"text\": \"x\", \"voice_settings\": {\"stability\": 2}} | 422 | stability",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | {\"text\": \"x\", \"voice_settings\": {\"speed\": 3}} | 422 | speed",
                "EXAVITQu4vr4xnSDxMaL | xi-test-key | {\"text\": \"x\", \"model_id\": \"eleven_v3\", \"previous_text\": \"y\"} | 422 | previous_text",
            })
    void refusesWhatElevenLabsRefuses(String voice, String key, String body, int status, String reason)
            throws Exception {
        // When
        HttpResponse<String> answer = post(voice, key, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"detail\"").contains(reason);
    }

    @Test
    void refusesALongerTextThanTheModelTakes() throws Exception {
        // When
        HttpResponse<String> answer = post(SARAH, KEY, "{\"text\": \"" + "a".repeat(10_001) + "\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("max_character_limit_exceeded");
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_CONCURRENT_REQUESTS,429,too_many_concurrent_requests",
        "SYSTEM_BUSY,429,system_busy",
        "QUOTA_EXCEEDED,401,quota_exceeded",
        "SERVER_ERROR,500,internal_server_error",
        "NO_ALIGNMENT,200,\"alignment\":null"
    })
    void failsOnDemand(ElevenLabsFault fault, int status, String reason) throws Exception {
        // Given
        server.fail(fault, 1);

        // When
        HttpResponse<String> answer = post(SARAH, KEY, "{\"text\": \"Go.\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(reason);
    }

    private static HttpResponse<String> post(String voice, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.baseUrl() + ElevenLabsServer.route(voice) + "?output_format=mp3_44100_128"))
                .POST(BodyPublishers.ofString(body));
        if (key != null) {
            request.header("xi-api-key", key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
