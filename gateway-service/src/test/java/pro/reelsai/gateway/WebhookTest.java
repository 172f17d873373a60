package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.runtime.event.EventCodec;

@GatewayTest
class WebhookTest {
    @Inject
    Pool database;

    @Inject
    EventCodec codec;

    private final String job = "job" + UUID.randomUUID().toString().replace("-", "");
    private final String delivery = "msg_" + UUID.randomUUID();

    @Test
    void tellsTheStageOnceThatItsJobHasEnded() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        String run = caller.startAd(project);
        submit(run, 1);

        // When
        Response answer = send(delivery, Instant.now(), body("succeeded"));
        Response other = send("msg_" + UUID.randomUUID(), Instant.now(), body("succeeded"));

        // Then
        answer.then().statusCode(200).body("status", equalTo("received"));
        other.then().statusCode(200);
        var record = Pipeline.await(Topics.LIPSYNC_CALLBACK, found -> run.equals(found.key()));
        LipsyncCallback callback = (LipsyncCallback) codec.decode(Topics.LIPSYNC_CALLBACK, record.value());
        assertThat(callback.externalId()).isEqualTo(job);
        assertThat(callback.projectId()).hasToString(project);
        assertThat(callback.userId()).isEqualTo(caller.id());
        assertThat(callback.attempt()).isEqualTo(1);
        assertThat(callbacks()).isEqualTo(1);
    }

    @Test
    void tellsOnceHoweverManyDeliveriesArriveTogether() {
        // Given
        Caller caller = new Caller();
        submit(caller.startAd(caller.readyProject()), 1);

        // When
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> send("msg_" + i % 2 + job, Instant.now(), body("succeeded"))
                                .statusCode()))
                .toList();

        // Then
        assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(2);
        assertThat(callbacks()).isEqualTo(1);
    }

    @Test
    void refusesADeliveryThatItHasTaken() {
        // Given
        Caller caller = new Caller();
        submit(caller.startAd(caller.readyProject()), 1);
        send(delivery, Instant.now(), body("failed")).then().statusCode(200);

        // When
        Response again = send(delivery, Instant.now(), body("failed"));

        // Then
        again.then().statusCode(400).body("detail", containsString("received before"));
        assertThat(callbacks()).isEqualTo(1);
    }

    @Test
    void asksForRepetitionUntilTheJobIsKnown() {
        // Given
        Caller caller = new Caller();
        String run = caller.startAd(caller.readyProject());
        send(delivery, Instant.now(), body("succeeded")).then().statusCode(404);

        // When
        submit(run, 1);
        Response again = send(delivery, Instant.now(), body("succeeded"));

        // Then
        again.then().statusCode(200);
        assertThat(callbacks()).isEqualTo(1);
    }

    @Test
    void givesUpAfterAMinuteOnAJobThatNobodySubmitted() {
        // Given
        send(delivery, Instant.now(), body("succeeded")).then().statusCode(404);
        execute(
                "update webhook_deliveries set first_seen_at = now() - interval '61 s' where external_id = $1",
                Tuple.of(job));

        // When
        Response again = send(delivery, Instant.now(), body("succeeded"));

        // Then
        again.then().statusCode(200).body("status", equalTo("received"));
        assertThat(callbacks()).isZero();
    }

    @Test
    void wakesNobodyForAJobThatGoesOn() {
        // Given
        Caller caller = new Caller();
        submit(caller.startAd(caller.readyProject()), 1);

        // When
        Response answer = send(delivery, Instant.now(), body("processing"));

        // Then
        answer.then().statusCode(200);
        assertThat(callbacks()).isZero();
        send("msg_" + UUID.randomUUID(), Instant.now(), body("succeeded"))
                .then()
                .statusCode(200);
        assertThat(callbacks()).isEqualTo(1);
    }

    @Test
    void refusesWhatReplicateHasNotSigned() {
        // Given
        Caller caller = new Caller();
        submit(caller.startAd(caller.readyProject()), 1);
        Instant now = Instant.now();
        String signature = sign(delivery, now, body("succeeded"));

        // When / Then
        post(delivery, now, signature, body("failed")).then().statusCode(401);
        post(delivery, now.plusSeconds(1), signature, body("succeeded")).then().statusCode(401);
        post(delivery, now, "v1,AAAA", body("succeeded")).then().statusCode(401);
        post(delivery, now, "", body("succeeded")).then().statusCode(401);
        post("", now, signature, body("succeeded")).then().statusCode(400);
        send(delivery, now.minusSeconds(301), body("succeeded")).then().statusCode(400);
        send(delivery, now.plusSeconds(330), body("succeeded")).then().statusCode(400);
        RestAssured.given()
                .contentType(ContentType.JSON)
                .post("/webhook/replicate")
                .then()
                .statusCode(400);
        assertThat(callbacks()).isZero();
        assertThat(count("select count(*) from webhook_deliveries where external_id = $1", job))
                .isZero();
    }

    @Test
    void refusesASignedBodyThatNamesNoPrediction() {
        for (String body : List.of("", "null", "[]", "{}", "{\"id\": 7.5}", "{\"id\": \"a b\"}", "{", "\u0000")) {
            send("msg_" + UUID.randomUUID(), Instant.now(), body)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        send(delivery, Instant.now(), "x".repeat(300_000)).then().statusCode(413);
    }

    private void submit(String run, int attempt) {
        execute("""
                insert into provider_calls
                    (id, run_id, stage, attempt, fingerprint, provider, model, external_id, outcome, created_at, updated_at)
                values (gen_random_uuid(), $1, 'LIPSYNC', $2, 'f', 'replicate', 'm', $3, 'SUBMITTED', now(), now())
                """, Tuple.of(UUID.fromString(run), attempt, job));
    }

    private long callbacks() {
        return count(
                "select count(*) from outbox where topic = '" + Topics.LIPSYNC_CALLBACK
                        + "' and value like '%' || $1 || '%'",
                job);
    }

    private long count(String sql, String argument) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(argument))
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql, Tuple arguments) {
        database.preparedQuery(sql).execute(arguments).await().atMost(Duration.ofSeconds(5));
    }

    private String body(String status) {
        return "{\"id\": \"%s\", \"status\": \"%s\", \"output\": \"https://example.com/a.mp4\"}".formatted(job, status);
    }

    private static Response send(String id, Instant at, String body) {
        return post(id, at, sign(id, at, body), body);
    }

    private static Response post(String id, Instant at, String signature, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", at.getEpochSecond())
                .header("webhook-signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/webhook/replicate");
    }

    static String sign(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(GatewayStack.WEBHOOK_SECRET.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
