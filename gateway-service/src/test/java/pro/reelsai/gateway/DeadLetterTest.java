package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static pro.reelsai.gateway.Caller.operator;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.json.ReelsJson;

/** What stages have given up, and what nobody could read, is kept for operators. */
@GatewayTest
@ExtendWith(Books.class)
class DeadLetterTest {
    private static final EventCodec CODEC = new EventCodec(ReelsJson.mapper());

    private final Caller caller = new Caller();

    @Test
    void makesAFailedRunOfADeadRequestAndTriesItAgainFreeOfCharge() {
        // Given
        String project = caller.readyProject();
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        String run = voice.runId().toString();

        // When
        die(voice, FailureCode.VOICE_UNAVAILABLE, "The voice is hoarse; try again later");
        die(voice, FailureCode.VOICE_UNAVAILABLE, "The voice is hoarse; try again later");

        // Then
        caller.await(project, "voice_over_generation_failed")
                .body("message", equalTo("The voice is hoarse; try again later"))
                .body("stages[0].code", equalTo("VOICE_UNAVAILABLE"));
        Patience.eventually(() -> assertThat(lettersOf(run)).hasSize(2));
        assertThat(Books.entriesOf(run)).containsExactly("RESERVE 1", "REFUND 1");
        assertThat(caller.credits()).isEqualTo(10);

        // When
        List<String> letters = lettersOf(run);
        Response retried = operator().post("/api/admin/dead-letters/{id}/retry", letters.getFirst());
        Response again = operator().post("/api/admin/dead-letters/{id}/retry", letters.getFirst());

        // Then
        retried.then().statusCode(200).body("run_id", equalTo(run)).body("attempt", equalTo(2));
        again.then().statusCode(409);
        assertThat(Pipeline.requestOf(Stage.VOICE, run, 2).context()).isEqualTo(voice.context());
        assertThat(caller.credits()).isEqualTo(10);
        operator()
                .get("/api/admin/dead-letters?limit=100")
                .then()
                .body(
                        "find { it.run_id == '%s' && it.retried_attempt == 2 }.retried_at".formatted(run),
                        notNullValue());
        Pipeline.say(Pipeline.failed(
                Pipeline.requestOf(Stage.VOICE, run, 2), FailureCode.VOICE_UNAVAILABLE, "Still hoarse"));
        caller.await(project, "voice_over_generation_failed");
        assertThat(Books.entriesOf(run)).containsExactly("RESERVE 1", "REFUND 1", "RESERVE 2", "REFUND 2");
        assertThat(caller.credits()).isEqualTo(10);
    }

    @Test
    void keepsTheBytesOfPoisonAndGoesOn() {
        // Given
        String project = caller.readyProject();
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        String poison = UUID.randomUUID().toString();

        // When
        Pipeline.send(new ProducerRecord<>(
                Topics.deadLetters(Topics.EDITING_REQUESTED), poison, new byte[] {(byte) 0xff, 0, 1}));
        Pipeline.send(new ProducerRecord<>(Topics.deadLetters(Topics.RUN_PROGRESS), null, null));
        die(voice, FailureCode.DISK_FULL, "No room");

        // Then
        caller.await(project, "voice_over_generation_failed");
        Patience.eventually(() -> operator()
                .get("/api/admin/dead-letters?limit=100")
                .then()
                .body("find { it.key == '%s' }.value".formatted(poison), equalTo("base64:/wAB"))
                .body("find { it.key == '%s' }.code".formatted(poison), equalTo("EVENT_UNREADABLE"))
                .body("find { it.key == '%s' }.topic".formatted(poison), equalTo(Topics.EDITING_REQUESTED)));
    }

    @Test
    void endsNoRunOverWhatOnlyTheGatewayCouldNotRead() {
        // Given
        String project = caller.readyProject();
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(
                Topics.LIPSYNC_REQUESTED, voice.runId().toString(), "{\"run_id\": 7}".getBytes(StandardCharsets.UTF_8));
        poison.headers().add("ce_id", (voice.runId() + ":lipsync:1:requested").getBytes(StandardCharsets.UTF_8));

        // When
        Pipeline.send(poison);

        // Then
        Patience.eventually(
                () -> assertThat(lettersOf(voice.runId().toString())).hasSize(1));
        caller.request().get("/api/projects/{id}/status", project).then().body("status", equalTo("processing"));
        operator()
                .post(
                        "/api/admin/dead-letters/{id}/retry",
                        lettersOf(voice.runId().toString()).getFirst())
                .then()
                .statusCode(409)
                .body("detail", containsString("being made"));
    }

    /** Puts a request aside as a stage does that has given up. */
    private static void die(StageRequested request, FailureCode code, String reason) {
        EncodedEvent encoded = CODEC.encode(request);
        ProducerRecord<String, byte[]> dead = new ProducerRecord<>(
                Topics.deadLetters(encoded.topic()),
                encoded.key(),
                encoded.value().getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = Map.of(
                EncodedEvent.ID_HEADER,
                request.id(),
                "dead-letter-code",
                code.name(),
                "dead-letter-reason",
                reason,
                "dead-letter-topic",
                encoded.topic(),
                "dead-letter-partition",
                "3",
                "dead-letter-offset",
                "17");
        headers.forEach((name, value) -> dead.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Pipeline.send(dead);
    }

    private static List<String> lettersOf(String run) {
        return Books.rows("select id::text from dead_letters where run_id = $1 order by id", UUID.fromString(run));
    }
}
