package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static pro.reelsai.gateway.Caller.operator;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;

@GatewayTest
@ExtendWith(Books.class)
class AdminTest {
    private final Caller caller = new Caller();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/runs",
        "GET, /api/admin/runs/a3d94b10-52e6-4f7c-8b20-000000000001",
        "POST, /api/admin/runs/a3d94b10-52e6-4f7c-8b20-000000000001/resume",
        "POST, /api/admin/runs/a3d94b10-52e6-4f7c-8b20-000000000001/replay",
        "GET, /api/admin/runs/a3d94b10-52e6-4f7c-8b20-000000000001/events",
        "POST, /api/admin/users/a3d94b10-52e6-4f7c-8b20-000000000001/credits",
        "GET, /api/admin/dead-letters",
        "POST, /api/admin/dead-letters/1/retry",
        "GET, /api/admin/costs",
        "GET, /api/admin/lag",
        "GET, /sentry-debug",
    })
    void letsOnlyOperatorsIn(Method method, String path) {
        // Given
        Map<String, Object> body = Map.of("amount", 1, "reason", "none");

        // When
        Response user = caller.json(body).request(method, path);
        Response nobody =
                RestAssured.given().contentType(ContentType.JSON).body(body).request(method, path);

        // Then
        user.then().statusCode(403).contentType("application/problem+json");
        nobody.then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void listsRunsWithTheirStagesAndCosts() {
        // Given
        String project = caller.readyProject();
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
        Pipeline.say(lipsync);
        Pipeline.say(Pipeline.failed(lipsync, FailureCode.LIPSYNC_FAILED, "The actor is away"));
        caller.await(project, "actor_generation_failed");
        String next = caller.startAd(project);

        // When
        Response all = operator().get("/api/admin/runs?user={user}", caller.id());
        Response failed = operator().get("/api/admin/runs?user={user}&state=failed&stage=lipsync", caller.id());
        Response other = operator().get("/api/admin/runs?user={user}&state=failed&stage=voice", caller.id());

        // Then
        all.then().statusCode(200).body("run_id", contains(next, voice.runId().toString()));
        failed.then()
                .body("run_id", contains(voice.runId().toString()))
                .body("[0].code", equalTo("LIPSYNC_FAILED"))
                .body("[0].cost", equalTo(0.25f))
                .body("[0].user_id", equalTo(caller.id().toString()))
                .body("[0].stages.stage", hasItems("voice", "lipsync"))
                .body("[0].stages.state", hasItems("succeeded", "failed"));
        other.then().body("$", empty());
    }

    @Test
    void listsRunsPageByPage() {
        // Given
        List<String> runs = Projects.copies(caller.readyProject(), 3).stream()
                .map(caller::startAd)
                .toList();

        // When
        Response first = operator().get("/api/admin/runs?limit=2&user={user}", caller.id());
        String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        Response second = operator().urlEncodingEnabled(false).get(next);

        // Then
        first.then().body("run_id", contains(runs.get(2), runs.get(1)));
        second.then().body("run_id", contains(runs.get(0)));
        assertThat(second.header("Link")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=gone", "stage=lunch", "user=me", "before=yesterday", "limit=0"})
    void refusesAFilterThatMeansNothing(String filter) {
        // Given
        RequestSpecification operator = operator();

        // When
        Response answer = operator.get("/api/admin/runs?" + filter);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void resumesAnyFailedRunAtTheCostOfTheHouse() {
        // Given
        String project = caller.readyProject();
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "Hoarse"));
        caller.await(project, "voice_over_generation_failed");

        // When
        Response answer = operator().post("/api/admin/runs/{id}/resume", voice.runId());
        Response unknown = operator().post("/api/admin/runs/{id}/resume", UUID.randomUUID());

        // Then
        answer.then().statusCode(200).body("attempt", equalTo(2));
        unknown.then().statusCode(404);
        assertThat(caller.credits()).isEqualTo(10);
        caller.request()
                .get("/api/users/credit-history")
                .then()
                .body("[0].kind", equalTo("reserve"))
                .body("[0].amount", equalTo(0));
    }

    @Test
    void tellsARunsHistoryOverAllTopicsInOrder() {
        // Given
        String project = caller.readyProject();
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
        Pipeline.say(lipsync);
        Pipeline.say(Pipeline.failed(lipsync, FailureCode.LIPSYNC_FAILED, "The actor is away"));
        caller.await(project, "actor_generation_failed");

        // When
        Response history = operator().get("/api/admin/runs/{id}/events", voice.runId());

        // Then
        history.then()
                .statusCode(200)
                .body("run_id", equalTo(voice.runId().toString()))
                .body("complete", equalTo(true))
                .body("events.topic", contains(Topics.VOICE_REQUESTED, Topics.LIPSYNC_REQUESTED, Topics.RUN_FAILED))
                .body(
                        "events.id",
                        contains(
                                voice.runId() + ":voice:1:requested",
                                voice.runId() + ":lipsync:1:requested",
                                voice.runId() + ":lipsync:1:failed"))
                .body("events.lag_ms[0]", equalTo(0))
                .body("events.event.run_id", everyItem(equalTo(voice.runId().toString())))
                .body("events[2].event.message", equalTo("The actor is away"));
        operator().get("/api/admin/runs/{id}/events", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void raisesAnErrorOnPurpose() {
        // Given
        RequestSpecification operator = operator();

        // When
        Response answer = operator.header("X-Request-Id", "error-on-purpose").get("/sentry-debug");

        // Then
        answer.then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("detail", not(containsString("purpose")))
                .body("violations", nullValue());
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(GatewayStack.sentry.events())
                .filteredOn(
                        event -> event.path("tags").path("requestId").asText().equals("error-on-purpose"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("tags").path("service").asText()).isEqualTo("reels-gateway");
                    assertThat(event.path("environment").asText()).isEqualTo("local");
                    assertThat(event.path("release").asText()).startsWith("reels-gateway@");
                    assertThat(event.toString())
                            .contains("IllegalStateException", "SentryDebugResource")
                            .doesNotContain("Bearer", "eyJ", "on purpose", "ip_address");
                }));
    }

    @Test
    void addsUpByDayWhatTheProvidersHaveCharged() {
        // Given
        String provider = "dear-" + UUID.randomUUID();
        charge(provider, "SUCCEEDED", 0, "0.25", "0.30");
        charge(provider, "SUCCEEDED", 0, "0.50", "0.60");
        charge(provider, "SUBMITTED", 0, null, "0.40");
        charge(provider, "SUCCEEDED", 1, "1.00", "1.00");
        charge(provider, "SUCCEEDED", 40, "9.00", "9.00");

        // When
        Response costs = operator().get("/api/admin/costs?days=7");

        // Then
        String own = "findAll { it.provider == '" + provider + "' }";
        costs.then()
                .statusCode(200)
                .body(own + ".calls", contains(3, 1))
                .body(own + ".price_usd", contains(0.75f, 1.0f))
                .body(own + ".under_way_usd", contains(0.4f, 0));
        operator().get("/api/admin/costs?days=0").then().statusCode(422);
    }

    @Test
    void tellsWhatWaitsInEachTopicAndForWhom() {
        // Given
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(caller.readyProject()));
        String editing = "find { it.stage == 'editing' }";
        int before = operator().get("/api/admin/lag").path(editing + ".waiting");
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");

        // When
        Pipeline.say(lipsync);
        Pipeline.say(Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "actor.mp4"));

        // Then
        Patience.eventually(() -> operator()
                .get("/api/admin/lag")
                .then()
                .statusCode(200)
                .body(editing + ".topic", equalTo(Topics.EDITING_REQUESTED))
                .body(editing + ".group", equalTo("reels-editing"))
                .body(editing + ".readers", equalTo(0))
                .body(editing + ".waiting", equalTo(before + 1))
                .body(editing + ".retrying", equalTo(0))
                // One gateway reads as several.
                .body("findAll { it.group == 'reels-gateway' }.readers", everyItem(equalTo(4)))
                .body(
                        "find { it.stage == null && it.topic == '" + Topics.EDITING_REQUESTED + "' }.waiting",
                        equalTo(0)));
    }

    private static void charge(String provider, String outcome, int daysAgo, @Nullable String price, String reserved) {
        Books.rows("""
                insert into provider_calls (id, run_id, stage, attempt, fingerprint, provider, model, outcome, price_usd,
                    reserved_usd, started_at, created_at, updated_at)
                values (gen_random_uuid(), gen_random_uuid(), 'VOICE', 1, gen_random_uuid()::text, $1, 'model', $2,
                    nullif($3, '')::numeric, ($4::text)::numeric, now() - $5 * interval '1 day', now(), now())
                returning id::text
                """, provider, outcome, price == null ? "" : price, reserved, daysAgo);
    }

    @Test
    void removesOldEventsFromTheOutbox() {
        // Given
        String run = caller.startAd(caller.readyProject());
        Pipeline.requestOf(Stage.VOICE, run);

        // When
        Patience.eventually(
                () -> assertThat(Books.rows("""
                        update outbox set sent_at = now() - interval '4 days'
                        where run_id = $1 and sent_at is not null returning event_id
                        """, UUID.fromString(run))).hasSize(1));

        // Then
        Patience.eventually(
                () -> assertThat(Books.rows("select event_id from outbox where run_id = $1", UUID.fromString(run)))
                        .isEmpty());
    }
}
