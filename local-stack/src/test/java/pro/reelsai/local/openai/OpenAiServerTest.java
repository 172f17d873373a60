package pro.reelsai.local.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiServerTest {
    private static final String KEY = "sk-test-0123456789";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["title", "beats"],
             "properties": {"title": {"type": "string"},
                            "beats": {"type": "array", "items": {"type": "string"}}}}""";
    private static final String CHAT = """
            {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "{\\"name\\": \\"Brew Buddy\\"} in 40 words"}],
             "response_format": {"type": "json_schema", "json_schema": {"name": "ad", "strict": true, "schema": %s}}}""";

    private static OpenAiServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        server = OpenAiServer.start(0, KEY, Duration.ofMillis(100));
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void fillsAStrictSchema() throws Exception {
        // When
        HttpResponse<String> answer = post("/chat/completions", CHAT.formatted(SCHEMA));

        // Then
        JsonNode choice = JSON.readTree(answer.body()).at("/choices/0");
        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(choice.at("/message/refusal").isNull()).isTrue();
        JsonNode content = JSON.readTree(choice.at("/message/content").asText());
        assertThat(content.path("title").asText()).contains("Brew Buddy");
        assertThat(content.path("beats")).isNotEmpty();
        assertThat(JSON.readTree(answer.body()).at("/usage/completion_tokens").asInt())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"additionalProperties\": false, | | 'additionalProperties' is required to be supplied and to be false",
                "\"title\", \"beats\" | \"title\" | including every key in properties. Missing 'beats'",
                "{\"type\": \"string\"} | {\"type\": \"string\", \"maxLength\": 5} | 'maxLength' is not permitted",
                "\"type\": \"object\" | \"type\": \"array\" | schema must be a JSON Schema of 'type: \"object\"'",
                ", \"items\": {\"type\": \"string\"} | | array schema missing items",
            })
    void refusesASchemaThatIsNotStrict(String part, String instead, String problem) throws Exception {
        // Given
        String schema = SCHEMA.replace(part, instead == null ? "" : instead);

        // When
        HttpResponse<String> answer = post("/chat/completions", CHAT.formatted(schema));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(answer.body()).path("error");
        assertThat(error.path("message").asText())
                .startsWith("Invalid schema for response_format 'ad'")
                .contains(problem);
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("param").asText()).isEqualTo("response_format");
    }

    @Test
    void cutsAnAnswerShortThatNeedsMoreTokensThanAllowed() throws Exception {
        // When
        HttpResponse<String> answer = post(
                "/chat/completions",
                CHAT.formatted(SCHEMA).replace("\"model\"", "\"max_completion_tokens\": 5, \"model\""));

        // Then
        assertThat(JSON.readTree(answer.body()).at("/choices/0/finish_reason").asText())
                .isEqualTo("length");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/chat/completions | {\"model\": \"gpt-9\", \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]} | 404 | model_not_found",
                "/chat/completions | {\"model\": \"gpt-4o\", \"messages\": []} | 400 | empty_array",
                "/chat/completions | {\"model\": \"gpt-4o\", \"msgs\": []} | 400 | Unrecognized request argument",
                "/chat/completions | {\"model\": \"o3\", \"max_tokens\": 5, \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]} | 400 | unsupported_parameter",
                "/chat/completions | not json | 400 | could not parse the JSON body",
                "/audio/speech | {\"model\": \"tts-9\", \"voice\": \"nova\", \"input\": \"x\"} | 404 | model_not_found",
                "/audio/speech | {\"model\": \"tts-1\", \"voice\": \"bob\", \"input\": \"x\"} | 400 | 'voice'",
                "/audio/speech | {\"model\": \"tts-1\", \"voice\": \"cedar\", \"input\": \"x\"} | 400 | 'voice'",
                "/audio/speech | {\"model\": \"tts-1\", \"voice\": \"nova\", \"input\": \"\"} | 400 | string_too_short",
                "/audio/speech | {\"model\": \"tts-1\", \"voice\": \"nova\", \"input\": \"x\", \"instructions\": \"calm\"} | 400 | instructions",
                "/audio/speech | {\"model\": \"tts-1\", \"voice\": \"nova\", \"input\": \"x\", \"speed\": 5} | 400 | speed",
                "/audio/speech | {\"model\": \"tts-1\", \"voice\": \"nova\", \"input\": \"x\", \"response_format\": \"wma\"} | 400 | response_format",
                "/audio/speech | {\"model\": \"tts-1\", \"voice\": \"nova\"} | 400 | Field required",
                "/audio/transcriptions | {} | 400 | multipart",
                "/audio/sing | {} | 404 | Invalid URL",
            })
    void refusesWhatOpenAiRefuses(String path, String body, int status, String reason) throws Exception {
        // When
        HttpResponse<String> answer = post(path, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(reason);
        assertThat(JSON.readTree(answer.body()).path("error").has("type")).isTrue();
    }

    @Test
    void refusesALongerInputThan4096Characters() throws Exception {
        // When
        HttpResponse<String> answer = post("/audio/speech", speech("tts-1", "a".repeat(4097)));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("string_too_long").contains("4096");
    }

    @Test
    void asksForTheKeyAndNamesAWrongOne() throws Exception {
        // When
        HttpResponse<String> none = client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> wrong = client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
                        .header("Authorization", "Bearer sk-wrong-000000")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.body()).contains("You didn't provide an API key");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("invalid_api_key").doesNotContain("sk-wrong-000000");
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED,429,rate_limit_exceeded",
        "QUOTA_EXHAUSTED,429,insufficient_quota",
        "SERVER_ERROR,500,server_error",
        "OVERLOADED,503,server_error",
        "CONTENT_POLICY,400,invalid_prompt",
        "REFUSES,200,I'm sorry",
        "CUT_SHORT,200,\"finish_reason\":\"length\"",
        "CONTENT_FILTER,200,\"finish_reason\":\"content_filter\"",
        "WRONG_JSON,200,Sure! Here is your script",
        "DAWDLES,200,chatcmpl"
    })
    void failsOnDemandAndOnce(OpenAiFault fault, int status, String body) throws Exception {
        // Given
        server.fail(OpenAiServer.CHAT, fault, 1);

        // When
        HttpResponse<String> first = post("/chat/completions", CHAT.formatted(SCHEMA));
        HttpResponse<String> second = post("/chat/completions", CHAT.formatted(SCHEMA));

        // Then
        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(first.body()).contains(body);
        assertThat(first.headers().firstValue("retry-after").isPresent()).isEqualTo(fault == OpenAiFault.RATE_LIMITED);
        assertThat(second.statusCode()).isEqualTo(200);
    }

    @Test
    void breaksOffInTheMiddleOfAnAnswer() {
        // Given
        server.fail(OpenAiServer.CHAT, OpenAiFault.BREAKS_OFF, 1);

        // When
        assertThatThrownBy(() -> post("/chat/completions", CHAT.formatted(SCHEMA)))
                // Then
                .isInstanceOf(IOException.class);
    }

    @Test
    void hearsWhenItsOwnWordsAreSpoken() throws Exception {
        // Given
        String text = "Meet Brew Buddy, the pocket grinder. It grinds in forty seconds.";
        long before = server.calls().paid("POST " + OpenAiServer.SPEECH);
        byte[] sound = client.send(
                        request("/audio/speech", speech("gpt-4o-mini-tts", text)), BodyHandlers.ofByteArray())
                .body();

        // When
        JsonNode heard = JSON.readTree(transcribe(
                        sound,
                        "speech.mp3",
                        Map.of(
                                "model",
                                "whisper-1",
                                "response_format",
                                "verbose_json",
                                "timestamp_granularities[]",
                                "word"))
                .body());

        // Then
        assertThat(sound[0] == 'I' || (sound[0] & 0xFF) == 0xFF).as("an mp3").isTrue();
        assertThat(server.calls().paid("POST " + OpenAiServer.SPEECH)).isEqualTo(before + 1);
        assertThat(heard.path("words").size()).isBetween(9, 11);
        assertThat(heard.path("words").get(0).path("word").asText()).isEqualTo("meet");
        assertThat(heard.path("duration").asDouble()).isCloseTo(3.9, within(1.5));
        double end = 0;
        for (JsonNode word : heard.path("words")) {
            assertThat(word.path("start").asDouble()).isGreaterThanOrEqualTo(end);
            end = word.path("end").asDouble();
        }
        assertThat(end).isLessThanOrEqualTo(heard.path("duration").asDouble());
    }

    @ParameterizedTest
    @CsvSource({
        "speech.exe,whisper-1,verbose_json,word,Invalid file format",
        "speech.mp3,gpt-4o-transcribe,verbose_json,word,not compatible",
        "speech.mp3,whisper-1,json,word,timestamp_granularities",
        "speech.mp3,whisper-1,verbose_json,letter,timestamp_granularities",
        "speech.mp3,whisper-9,verbose_json,word,model_not_found"
    })
    void refusesTranscriptionsThatOpenAiRefuses(
            String file, String model, String format, String granularity, String reason) throws Exception {
        // When
        HttpResponse<String> answer = transcribe(
                new byte[] {1, 2, 3},
                file,
                Map.of("model", model, "response_format", format, "timestamp_granularities[]", granularity));

        // Then
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    @Test
    void tellsOneInputAskedTwiceFromTwoInputs() throws Exception {
        // Given
        String route = "POST " + OpenAiServer.CHAT;
        long calls = server.calls().count(route);
        long distinct = server.calls().distinct(route);
        String one = CHAT.formatted(SCHEMA).replace("Brew Buddy", "One of a kind");

        // When
        post("/chat/completions", one);
        post("/chat/completions", one);

        // Then
        assertThat(server.calls().count(route)).isEqualTo(calls + 2);
        assertThat(server.calls().distinct(route)).isEqualTo(distinct + 1);
    }

    private static String speech(String model, String input) {
        return "{\"model\": \"%s\", \"voice\": \"nova\", \"input\": \"%s\"}".formatted(model, input);
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path, body), BodyHandlers.ofString());
    }

    private static HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> transcribe(byte[] sound, String file, Map<String, String> fields)
            throws IOException, InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--bound\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value))
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--bound\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: audio/mpeg\r\n\r\n")
                .formatted(file)
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(sound);
        form.writeBytes("\r\n--bound--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/audio/transcriptions"))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "multipart/form-data; boundary=bound")
                        .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }
}
