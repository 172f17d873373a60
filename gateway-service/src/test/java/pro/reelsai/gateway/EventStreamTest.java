package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pro.reelsai.gateway.Patience.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.reelsai.gateway.EventStream.Event;
import pro.reelsai.local.JsonWebTokens;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;
import pro.reelsai.model.event.StageRequested;

@GatewayTest
class EventStreamTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Pool database;

    private Caller caller;
    private String project;

    @BeforeEach
    void chooseEverything() {
        caller = new Caller();
        project = caller.readyProject();
    }

    @Test
    void tellsEveryChangeAndTheEndOnce() {
        // Given
        StageRequested voice = start();

        try (EventStream stream = open()) {
            eventually(() -> assertThat(stream.statuses()).isNotEmpty());

            // When
            Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 50));
            eventually(
                    () -> assertThat(data(stream.last()).at("/stages/0/percent").asInt())
                            .isEqualTo(50));
            StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
            Pipeline.say(lipsync);
            eventually(
                    () -> assertThat(data(stream.last()).get("status").asText()).isEqualTo("voice_over_ready"));
            Pipeline.say(Pipeline.progress(lipsync, StageState.WAITING, 0));
            eventually(
                    () -> assertThat(data(stream.last()).at("/stages/1/state").asText())
                            .isEqualTo("waiting"));
            Pipeline.say(Pipeline.failed(lipsync, FailureCode.LIPSYNC_FAILED, "The face was not found"));

            // Then
            eventually(() -> assertThat(stream.hasEnded()).isTrue());
            assertThat(stream.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(stream.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(stream.headers().firstValue("x-accel-buffering")).hasValue("no");
            assertThat(stream.statuses().stream()
                            .map(event -> data(event).get("status").asText()))
                    .containsOnlyOnce("actor_generation_failed")
                    .endsWith("actor_generation_failed");
            assertThat(data(stream.last()).get("message").asText()).isEqualTo("The face was not found");
            assertThat(stream.statuses().stream().map(event -> Long.parseLong(event.id())))
                    .isSorted();
        }
    }

    @Test
    void sendsTheAnswerOfTheStatusRoute() throws Exception {
        // Given
        start();

        try (EventStream stream = open()) {
            // When
            eventually(() -> assertThat(stream.statuses()).isNotEmpty());

            // Then
            JsonNode status = JSON.readTree(caller.request()
                    .get("/api/projects/{id}/status", project)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            assertThat(data(stream.last()).propertyStream().map(Map.Entry::getKey))
                    .containsExactlyElementsOf(
                            status.propertyStream().map(Map.Entry::getKey).toList());
        }
    }

    @Test
    void sendsNothingAgainThatWasSeen() {
        // Given
        StageRequested voice = start();
        begun(voice);
        String seen;
        try (EventStream first = open()) {
            eventually(() -> assertThat(first.statuses()).isNotEmpty());
            seen = first.last().id();
        }

        try (EventStream second = EventStream.open(caller.token(), project, seen)) {
            eventually(() -> assertThat(second.events).hasSizeGreaterThan(1));
            assertThat(second.statuses()).isEmpty();

            // When
            Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 70));

            // Then
            eventually(() -> assertThat(second.statuses()).hasSize(1));
            assertThat(Long.parseLong(second.last().id())).isGreaterThan(Long.parseLong(seen));
        }
    }

    @Test
    void sendsAtOnceWhatHappenedInBetween() {
        // Given
        StageRequested voice = start();
        begun(voice);
        String seen;
        try (EventStream first = open()) {
            eventually(() -> assertThat(first.statuses()).isNotEmpty());
            seen = first.last().id();
        }
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "No"));
        eventually(() -> caller.request()
                .get("/api/projects/{id}/status", project)
                .then()
                .body("status", org.hamcrest.Matchers.equalTo("voice_over_generation_failed")));

        try (EventStream second = EventStream.open(caller.token(), project, seen)) {
            // When
            eventually(() -> assertThat(second.hasEnded()).isTrue());

            // Then
            assertThat(second.statuses()).hasSize(1);
            try (EventStream third =
                    EventStream.open(caller.token(), project, second.last().id())) {
                eventually(() -> assertThat(third.hasEnded()).isTrue());
                assertThat(third.statuses()).isEmpty();
            }
        }
    }

    @Test
    void takesNoNoticeOfNewsAfterTheEnd() {
        // Given
        StageRequested voice = start();
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "No"));
        String seen;
        try (EventStream first = open()) {
            eventually(() -> assertThat(first.hasEnded()).isTrue());
            seen = first.last().id();
        }

        // When
        execute(
                "insert into stage_executions (run_id, stage, attempt, state, percent, cost_usd)"
                        + " values ($1, 'CAPTION', 1, 'RUNNING', 5, 0)",
                Tuple.of(voice.runId()));

        // Then
        try (EventStream second = EventStream.open(caller.token(), project, seen)) {
            eventually(() -> assertThat(second.hasEnded()).isTrue());
            assertThat(second.statuses()).isEmpty();
        }
    }

    @Test
    void showsThePresentStateAndEndsWhereNoAdIsBeingMade() {
        try (EventStream stream = open()) {
            eventually(() -> assertThat(stream.hasEnded()).isTrue());
            assertThat(stream.statuses()).hasSize(1);
            assertThat(data(stream.last()).get("status").asText()).isEqualTo("draft");
        }
    }

    @Test
    void showsThatItIsAliveWhileNothingHappens() {
        // Given
        begun(start());

        try (EventStream stream = open()) {
            // When / Then
            eventually(() -> assertThat(stream.events)
                    .filteredOn(event -> event.comment() != null && event.data() == null)
                    .hasSizeGreaterThan(1));
            assertThat(stream.statuses()).hasSize(1);
        }
    }

    @Test
    void hearsWhatAnotherGatewayHasWritten() {
        // Given
        StageRequested voice = start();
        begun(voice);

        try (EventStream one = open();
                EventStream other = open()) {
            eventually(
                    () -> assertThat(List.of(one.statuses(), other.statuses())).noneMatch(List::isEmpty));

            // When
            detail(voice, "Written elsewhere");

            // Then
            for (EventStream stream : List.of(one, other)) {
                eventually(() -> assertThat(
                                data(stream.last()).at("/stages/0/detail").asText())
                        .isEqualTo("Written elsewhere"));
            }
        }
    }

    @Test
    void findsByItselfWhatNobodyGaveNoticeOf() {
        // Given
        StageRequested voice = start();
        begun(voice);

        try (EventStream stream = open()) {
            eventually(() -> assertThat(stream.statuses()).isNotEmpty());

            // When
            execute(
                    "update project_revisions set revision = revision + 1 where project_id = $1",
                    Tuple.of(UUID.fromString(project)));

            // Then
            eventually(() -> assertThat(stream.statuses()).hasSize(2));
        }
    }

    @Test
    void goesOnWhenTheDatabaseDropsItsConnections() {
        // Given
        StageRequested voice = start();
        begun(voice);

        try (EventStream stream = open()) {
            eventually(() -> assertThat(stream.statuses()).isNotEmpty());

            // When
            execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()",
                    Tuple.tuple());
            // The pool may still give out a connection that is lost, to us as to the gateway.
            await().ignoreExceptions().untilAsserted(() -> detail(voice, "After the loss"));

            // Then
            eventually(
                    () -> assertThat(data(stream.last()).at("/stages/0/detail").asText())
                            .isEqualTo("After the loss"));
        }
    }

    @Test
    void sendsASlowClientTheNewestStateAndNoQueue() throws Exception {
        // Given
        StageRequested voice = start();
        begun(voice);
        int changes = 60;
        String bulk = "x".repeat(60_000);

        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));

            // When
            for (int i = 1; i <= changes; i++) {
                detail(voice, i + bulk);
            }
            Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "Enough"));
            eventually(() -> caller.request()
                    .get("/api/projects/{id}/status", project)
                    .then()
                    .body("message", org.hamcrest.Matchers.equalTo("Enough")));

            // Then
            List<String> events = readToTheEnd(socket);
            assertThat(events).hasSizeBetween(2, changes - 10);
            assertThat(events.getLast()).contains("voice_over_generation_failed");
        }
    }

    @Test
    void refusesMoreStreamsThanAUserMayHave() {
        // Given
        begun(start());
        EventStream one = open();
        try (EventStream two = open();
                EventStream three = open()) {
            eventually(() -> assertThat(List.of(two.events, three.events)).noneMatch(List::isEmpty));

            // When
            try (EventStream fourth = open()) {
                // Then
                assertThat(fourth.status()).isEqualTo(429);
                assertThat(fourth.headers().firstValue("retry-after")).isPresent();
            }
            one.close();
            eventually(() -> {
                try (EventStream again = open()) {
                    assertThat(again.status()).isEqualTo(200);
                }
            });
        }
    }

    @Test
    void endsWithTheToken() {
        // Given
        begun(start());
        String token = expiringToken();

        try (EventStream stream = EventStream.open(token, project)) {
            // When / Then
            eventually(() -> assertThat(stream.hasEnded()).isTrue());
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.statuses()).hasSize(1);
        }
        try (EventStream late = EventStream.open(token, project)) {
            assertThat(late.status()).isEqualTo(401);
        }
    }

    private StageRequested start() {
        return Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
    }

    /** Waits until the voice is at work, so that the queue says nothing any more. */
    private void begun(StageRequested voice) {
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 10));
        eventually(() -> caller.request()
                .get("/api/projects/{id}/status", project)
                .then()
                .body("stages[0].percent", org.hamcrest.Matchers.equalTo(10)));
    }

    private EventStream open() {
        return EventStream.open(caller.token(), project);
    }

    private void detail(StageRequested voice, String text) {
        execute(
                "update stage_executions set detail = $2 where run_id = $1 and stage = 'VOICE'",
                Tuple.of(voice.runId(), text));
    }

    private void execute(String sql, Tuple arguments) {
        database.preparedQuery(sql).execute(arguments).await().atMost(Duration.ofSeconds(5));
    }

    private String request() {
        return "GET /api/projects/" + project + "/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + caller.token() + "\r\nAccept: text/event-stream\r\n\r\n";
    }

    private static List<String> readToTheEnd(Socket socket) throws IOException {
        socket.setSoTimeout(15_000);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        List<String> events = new java.util.ArrayList<>();
        // The chunk of length 0 is the end.
        for (String line = lines.readLine(); line != null && !line.equals("0"); line = lines.readLine()) {
            if (line.startsWith("data:")) {
                events.add(line);
            }
        }
        return events;
    }

    /** A token that has expired already, and counts for another two seconds of the leeway. */
    private String expiringToken() {
        String issuer = ConfigProvider.getConfig().getValue("SUPABASE_URL", String.class) + "/auth/v1";
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-60).minusSeconds(27));
        return new JsonWebTokens(GatewayStack.SECRETS.jwtSecret(), past)
                .sign(
                        Map.of(
                                "iss",
                                issuer,
                                "sub",
                                caller.id().toString(),
                                "aud",
                                "authenticated",
                                "role",
                                "authenticated"),
                        Duration.ofHours(1));
    }

    private static JsonNode data(Event event) {
        try {
            return JSON.readTree(event.data());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
