package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static pro.reelsai.gateway.Caller.operator;
import static pro.reelsai.gateway.PastAds.detail;
import static pro.reelsai.gateway.PastAds.replay;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.Shadow;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

/** Operators run one stage of a past run again, and nobody else notices. */
@GatewayTest
@ExtendWith(Books.class)
class ShadowTest {
    @Inject
    ObjectStorage storage;

    private final Caller caller = new Caller();
    private PastAds ads;
    private String project;

    @BeforeEach
    void chooseEverything() {
        ads = new PastAds(caller, storage);
        project = ads.project();
    }

    @Test
    void runsOneStageInTheShadowAndNobodyNotices() {
        // Given
        RunCompleted past = ads.finishedAd();
        List<String> before = ads.visible();

        // When
        String run = replay(past.runId(), Map.of("from_stage", "editing", "shadow", true))
                .then()
                .statusCode(200)
                .body("stages.stage", contains("voice", "lipsync", "editing"))
                .body("stages.expected", contains("kept", "kept", "run"))
                .extract()
                .path("run_id");

        // Then
        StageRequested editing = Pipeline.requestOf(Stage.EDITING, run);
        assertThat(editing.shadow()).isEqualTo(new Shadow(past.runId(), false));

        // When
        StageOutput output = shadowOutput(editing);
        Pipeline.say(new RunCompleted(
                editing.runId(),
                editing.projectId(),
                editing.userId(),
                Stage.EDITING,
                1,
                Instant.now(),
                editing.context().with(Stage.EDITING, output)));

        // Then
        Patience.eventually(() -> detail(run)
                .body("run.state", equalTo("completed"))
                .body("run.kind", equalTo("shadow"))
                .body("files", hasSize(1))
                .body("files[0].key", containsString("replays/" + run + "/editing/"))
                .body("files[0].url", notNullValue()));
        assertThat(ads.visible()).isEqualTo(before);
        assertThat(Books.entriesOf(run)).isEmpty();
    }

    @Test
    void tellsNobodyButOperatorsThatAShadowHasFailed() {
        // Given
        RunCompleted past = ads.finishedAd();
        List<String> before = ads.visible();
        String run = replay(past.runId(), Map.of("from_stage", "voice", "shadow", true, "paid_calls", true))
                .then()
                .statusCode(200)
                .extract()
                .path("run_id");
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, run);
        assertThat(voice.shadow()).isEqualTo(new Shadow(past.runId(), true));

        // When
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "Hoarse"));

        // Then
        Patience.eventually(
                () -> detail(run).body("run.state", equalTo("failed")).body("run.code", equalTo("VOICE_UNAVAILABLE")));
        assertThat(ads.visible()).isEqualTo(before);

        // When
        operator().post("/api/admin/runs/{id}/resume", run).then().statusCode(200);

        // Then
        assertThat(Pipeline.requestOf(Stage.VOICE, run, 2).shadow()).isEqualTo(voice.shadow());
        assertThat(ads.visible()).isEqualTo(before);
    }

    @Test
    void startsOnceHoweverOftenTheSameRequestIsSent() {
        // Given
        RunCompleted past = ads.finishedAd();
        String key = UUID.randomUUID().toString();

        // When
        Response first = shadow(past.runId(), key);
        Response again = shadow(past.runId(), key);

        // Then
        first.then().statusCode(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(Books.rows("select id::text from runs where replay_of = $1", past.runId()))
                .hasSize(1);
    }

    @Test
    void writesAScriptInTheShadowThatOnlyOperatorsRead() {
        // Given
        CompletableFuture<Void> asked =
                CompletableFuture.runAsync(() -> caller.request().post("/api/projects/{id}/generate-script", project));
        UUID run = UUID.fromString(
                Pipeline.await(Topics.SCRIPT_REQUESTED, sent -> sent.value().contains(project))
                        .key());
        StageRequested script = Pipeline.requestOf(Stage.SCRIPT, run.toString());
        Pipeline.say(generated(script, "Thirsty?"));
        asked.join();
        Patience.eventually(() -> assertThat(Books.rows("""
                select r.state from runs r join stage_executions s on s.run_id = r.id
                where r.id = $1 and s.context is not null
                """, run)).containsExactly("COMPLETED"));

        // When
        String shadow = replay(run, Map.of("from_stage", "script", "shadow", true))
                .then()
                .statusCode(200)
                .extract()
                .path("run_id");
        Pipeline.say(generated(Pipeline.requestOf(Stage.SCRIPT, shadow), "Still thirsty?"));

        // Then
        Patience.eventually(
                () -> detail(shadow).body("run.state", equalTo("completed")).body("script", equalTo("Still thirsty?")));
        detail(run.toString()).body("script", equalTo("Thirsty?"));
        caller.request()
                .get("/api/projects/{id}/scripts", project)
                .then()
                .body("[0].content", not(hasItem("Still thirsty?")));
    }

    private static ScriptGenerated generated(StageRequested request, String words) {
        return new ScriptGenerated(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.attempt(),
                new Script(request.runId(), "Title", words),
                "local",
                "test",
                BigDecimal.ZERO,
                Instant.now());
    }

    private StageOutput shadowOutput(StageRequested request) {
        Fingerprint fingerprint = request.own(Fingerprint.of(request.stage(), "inputs"));
        StoredObject stored =
                new StoredObject(request.workKey(fingerprint, "composite_video.mp4"), "0".repeat(64), 1, "video/mp4");
        ads.upload(stored);
        return new StageOutput(
                fingerprint, Map.of(Artifact.COMPOSITE_VIDEO, stored), 12.5, "local", "test", BigDecimal.ZERO, false);
    }

    private static Response shadow(UUID run, String key) {
        return operator()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("from_stage", "caption", "shadow", true))
                .post("/api/admin/runs/{id}/replay", run);
    }
}
