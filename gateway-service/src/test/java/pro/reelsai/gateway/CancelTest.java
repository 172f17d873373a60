package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

@GatewayTest
@ExtendWith(Books.class)
class CancelTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ObjectStorage storage;

    private final Caller caller = new Caller();
    private String project;

    @BeforeEach
    void chooseEverything() {
        project = caller.readyProject();
    }

    @Test
    void endsTheRunGivesTheCreditBackAndTellsTheStages() {
        // Given
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        String run = voice.runId().toString();
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 30));
        Patience.eventually(() -> status().body("stages[0].percent", equalTo(30)));

        // When
        Response answer = cancel();

        // Then
        answer.then().statusCode(200).body("cancelled", equalTo(true)).body("run_id", equalTo(run));
        status().body("status", equalTo("cancelled"))
                .body("stage", nullValue())
                .body("stages[0].state", equalTo("cancelled"));
        assertThat(caller.credits()).isEqualTo(10);
        assertThat(Books.entriesOf(run)).containsExactly("RESERVE 1", "REFUND 1");
        ConsumerRecord<String, String> told = Pipeline.await(Topics.RUN_CANCELLED, found -> run.equals(found.key()));
        assertThat(told.headers().lastHeader("ce_id").value()).asString().isEqualTo(run + ":voice:1:cancelled");
    }

    @Test
    void letsANewRunBeginAtOnce() {
        // Given
        String first = caller.startAd(project);
        cancel().then().statusCode(200);

        // When
        String second = caller.startAd(project);

        // Then
        assertThat(second).isNotEqualTo(first);
        status().body("status", equalTo("processing")).body("run_id", equalTo(second));
        caller.request()
                .get("/api/projects/{id}/runs", project)
                .then()
                .body("[0].state", equalTo("reserved"))
                .body("[1].state", equalTo("cancelled"));
    }

    @Test
    void absorbsWhateverAStageBringsAfterwards() {
        // Given
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        cancel().then().statusCode(200);

        // When
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
        Pipeline.say(lipsync);
        Pipeline.say(completed(lipsync));
        Patience.settle();

        // Then
        status().body("status", equalTo("cancelled"))
                .body("final_video_url", nullValue())
                .body("cost", hasToString(startsWith("0")))
                .body("stages[1].state", equalTo("pending"));
        assertThat(Books.entriesOf(voice.runId().toString())).containsExactly("RESERVE 1", "REFUND 1");
    }

    @Test
    void refusesWhereNothingIsUnderWay() {
        // Given
        cancel().then().statusCode(409).contentType("application/problem+json");
        caller.startAd(project);
        cancel().then().statusCode(200);

        // When
        Response again = cancel();

        // Then
        again.then().statusCode(409).body("detail", containsString("No ad"));
        assertThat(caller.credits()).isEqualTo(10);
    }

    @Test
    void hidesAnotherUsersRun() {
        // Given
        caller.startAd(project);

        // When
        Response answer = new Caller().request().post("/api/projects/{id}/cancel", project);

        // Then
        answer.then().statusCode(404);
        status().body("status", equalTo("processing"));
    }

    @Test
    void takesBackAnEventThatIsStillInTheOutbox() {
        // Given
        String run = caller.startAd(project);
        Pipeline.requestOf(Stage.VOICE, run);
        // An earlier record of the run, which is just being sent, holds back the run's first event.
        Books.rows("""
                insert into outbox (id, event_id, run_id, topic, key, value, headers, created_at)
                overriding system value
                values (-(extract(epoch from clock_timestamp()) * 1000)::bigint, $2, $1, 'no topic!', $2, '', '{}', now())
                returning event_id
                """, UUID.fromString(run), UUID.randomUUID().toString());
        SqlConnection sender = Books.database().getConnection().await().atMost(PATIENCE);
        Transaction sending = sender.begin().await().atMost(PATIENCE);
        execute(sender, "select id from outbox where run_id = $1 and id < 0 for update", run);
        Books.rows(
                "update outbox set sent_at = null where run_id = $1 and id > 0 returning event_id",
                UUID.fromString(run));

        // When
        Response answer = cancel();
        execute(sender, "delete from outbox where run_id = $1 and id < 0", run);
        sending.commit().await().atMost(PATIENCE);
        sender.close().await().atMost(PATIENCE);

        // Then
        answer.then().statusCode(200);
        Pipeline.await(Topics.RUN_CANCELLED, found -> run.equals(found.key()));
        assertThat(Books.rows("select event_id from outbox where run_id = $1", UUID.fromString(run)))
                .containsExactly(run + ":voice:1:cancelled");
    }

    private static void execute(SqlConnection connection, String statement, String run) {
        connection
                .preparedQuery(statement)
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void endsOnceWhenItCrossesTheCompletion() {
        // Given
        List<String> projects = Projects.copies(project, 8);
        List<RunCompleted> ends = projects.stream()
                .map(copy -> Pipeline.requestOf(Stage.VOICE, caller.startAd(copy)))
                .map(CancelTest::completed)
                .toList();

        // When
        CompletableFuture<Void> said = CompletableFuture.runAsync(() -> ends.forEach(Pipeline::say));
        List<Integer> cancelled = AtOnce.all(
                projects,
                copy -> caller.request().post("/api/projects/{id}/cancel", copy).statusCode());
        said.join();
        Patience.settle();

        // Then
        for (int i = 0; i < projects.size(); i++) {
            boolean wasCancelled = cancelled.get(i) == 200;
            caller.request()
                    .get("/api/projects/{id}/status", projects.get(i))
                    .then()
                    .body("status", equalTo(wasCancelled ? "cancelled" : "completed"));
            assertThat(Books.entriesOf(ends.get(i).runId().toString()))
                    .containsExactly("RESERVE 1", wasCancelled ? "REFUND 1" : "SETTLE 1");
        }
    }

    @Test
    void leavesNoCancelledAdUnderTheLastingName() throws Exception {
        // Given
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        RunCompleted completed = Pipeline.completed(voice);
        Pipeline.putFiles(storage, completed);
        CompletableFuture<Response> answer;

        try (Connection holder = GatewayStack.running().connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select 1 from runs where id = '" + voice.runId() + "' for update");

            // When
            answer = CompletableFuture.supplyAsync(this::cancel);
            awaitWaiting(1);
            Pipeline.say(completed);
            awaitWaiting(2);
        }

        // Then
        answer.join().then().statusCode(200);
        Patience.settle();
        status().body("status", equalTo("cancelled")).body("final_video_url", nullValue());
        assertThat(storage.info(ObjectKeys.finalVideo(voice.projectId()))
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .isEmpty();
    }

    /** Waits until so many want the run that somebody holds. */
    private static void awaitWaiting(int count) {
        Patience.eventually(() -> assertThat(
                        Books.rows(
                                "select pid::text from pg_stat_activity where wait_event_type = 'Lock' and query like '%runs%'"))
                .hasSize(count));
    }

    /** Names no files, so that nothing has to be in the bucket. */
    private static RunCompleted completed(StageRequested last) {
        return new RunCompleted(
                last.runId(),
                last.projectId(),
                last.userId(),
                Stage.CAPTION,
                last.attempt(),
                Instant.now(),
                last.context());
    }

    private Response cancel() {
        return caller.request().post("/api/projects/{id}/cancel", project);
    }

    private ValidatableResponse status() {
        return caller.request().get("/api/projects/{id}/status", project).then().statusCode(200);
    }
}
