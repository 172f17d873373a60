package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
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

/** Operators repeat past runs. */
@GatewayTest
@ExtendWith(Books.class)
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    ObjectStorage storage;

    private final Caller caller = new Caller();
    private String project;

    @BeforeEach
    void chooseEverything() {
        project = caller.readyProject();
        Books.rows("select object_key from assets where project_id = $1", UUID.fromString(project))
                .forEach(key -> upload(new StoredObject(new ObjectKey(key), "0".repeat(64), 1, "image/jpeg")));
    }

    @Test
    void makesTheProjectsNewestAdFromAPastStageFreeOfCharge() {
        // Given
        RunCompleted past = finishedAd();

        // When
        Response answer = replay(past.runId(), Map.of("from_stage", "caption", "set", Map.of("caption_style", "calm")));

        // Then
        String run = answer.then()
                .statusCode(200)
                .body("replay_of", equalTo(past.runId().toString()))
                .body("shadow", equalTo(false))
                .body("changes.setting", contains("caption_style"))
                .body("changes[0].to", equalTo("calm"))
                .body("stages.expected", contains("kept", "kept", "kept", "run"))
                .extract()
                .path("run_id");
        StageRequested caption = Pipeline.requestOf(Stage.CAPTION, run);
        assertThat(caption.shadow()).isNull();
        assertThat(caption.context().configuration().captionStyle()).isEqualTo("calm");
        assertThat(caption.context().artifact(Stage.EDITING, Artifact.COMPOSITE_VIDEO))
                .isEqualTo(past.context().artifact(Stage.EDITING, Artifact.COMPOSITE_VIDEO));
        Patience.eventually(() -> status().body("status", equalTo("assets_video_generation_started"))
                .body("run_id", equalTo(run))
                .body("stages.state", contains("reused", "reused", "reused", "pending"))
                .body("cost", equalTo(0.0f)));
        replay(past.runId(), Map.of("from_stage", "voice")).then().statusCode(409);

        // When
        RunCompleted again = Pipeline.completed(caption);
        upload(again);
        Pipeline.say(again);

        // Then
        Patience.eventually(() -> status().body("status", equalTo("completed")).body("run_id", equalTo(run)));
        assertThat(Books.entriesOf(run)).containsExactly("RESERVE 1", "SETTLE 1");
        assertThat(caller.credits()).isEqualTo(9);
        detail(past.runId().toString())
                .body("files.find { it.artifact == 'final_video' }.url", notNullValue())
                .body("run.replay_of", nullValue());
        detail(run).body("run.replay_of", equalTo(past.runId().toString())).body("run.from_stage", equalTo("caption"));
        caller.request()
                .get("/api/projects/{id}/runs", project)
                .then()
                .body("run_id", contains(run, past.runId().toString()));
    }

    @Test
    void runsOneStageInTheShadowAndNobodyNotices() {
        // Given
        RunCompleted past = finishedAd();
        List<String> before = visible();

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
        assertThat(visible()).isEqualTo(before);
        assertThat(Books.entriesOf(run)).isEmpty();
    }

    @Test
    void tellsNobodyButOperatorsThatAShadowHasFailed() {
        // Given
        RunCompleted past = finishedAd();
        List<String> before = visible();
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
        assertThat(visible()).isEqualTo(before);

        // When
        AdminTest.operator().post("/api/admin/runs/{id}/resume", run).then().statusCode(200);

        // Then
        assertThat(Pipeline.requestOf(Stage.VOICE, run, 2).shadow()).isEqualTo(voice.shadow());
        assertThat(visible()).isEqualTo(before);
    }

    @Test
    void onlySaysWhatItWouldDoWhenItIsADryRun() {
        // Given
        RunCompleted past = finishedAd();
        List<String> before = visible();

        // When
        Response plain = replay(past.runId(), Map.of("from_stage", "lipsync", "dry_run", true));
        Response changed = replay(
                past.runId(), Map.of("from_stage", "voice", "set", Map.of("caption_style", "calm"), "dry_run", true));

        // Then
        plain.then()
                .statusCode(200)
                .body("run_id", nullValue())
                .body("dry_run", equalTo(true))
                .body("changes", hasSize(0))
                .body("stages.expected", contains("kept", "reused", "reused", "reused"));
        changed.then().body("stages.expected", contains("reused", "reused", "reused", "run"));
        assertThat(visible()).isEqualTo(before);
        assertThat(Books.rows("select id::text from runs where replay_of = $1", past.runId()))
                .isEmpty();
    }

    @Test
    void startsOnceHoweverOftenTheSameRequestIsSent() {
        // Given
        RunCompleted past = finishedAd();
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
    void namesTheFieldThatMakesNoSense() {
        // Given
        StageRequested caption = askedForCaptions();
        Map<String, String> wrong = Map.of(
                "{\"set\": {\"a\": 1}}", "from_stage",
                "{\"from_stage\": \"lunch\"}", "from_stage",
                "{\"from_stage\": \"script\"}", "from_stage",
                "{\"from_stage\": \"caption\", \"set\": {\"colour\": \"red\"}}", "set.colour",
                "{\"from_stage\": \"caption\", \"set\": {\"caption_style\": \"shouting\"}}", "set.caption_style",
                "{\"from_stage\": \"caption\", \"set\": {\"caption_style\": {\"a\": []}}}", "set.caption_style",
                "{\"from_stage\": \"caption\", \"set\": {\"layout\": \"TOP_BOTTOM\"}}", "set.layout",
                "{\"from_stage\": \"voice\", \"set\": {\"layout\": \"UPSIDE_DOWN\"}}", "set.layout",
                "{\"from_stage\": \"voice\", \"set\": {\"duration\": 30}}", "set.duration",
                "{\"from_stage\": \"voice\", \"set\": {\"aspect_ratio\": \"3:1\"}}", "set.aspect_ratio");

        wrong.forEach((body, field) -> {
            // When
            Response answer = AdminTest.operator()
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/api/admin/runs/{id}/replay", caption.runId());

            // Then
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            answer.then().body("violations.field", contains(field));
        });
        replay(caption.runId(), Map.of("from_stage", "editing"))
                .then()
                .statusCode(409)
                .body("detail", containsString("never came to editing"));
    }

    @Test
    void doesNotTurnAFilmedActorIntoACutOutOne() {
        // Given
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "t2s_audio_slt.mp3");
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "lipsync_video_maya.mp4");
        Pipeline.say(editing);
        Patience.eventually(() -> assertThat(Books.rows("""
                select stage from stage_executions where run_id = $1 and context is not null
                """, voice.runId())).contains("EDITING"));

        // When
        Response answer =
                replay(editing.runId(), Map.of("from_stage", "editing", "set", Map.of("layout", "ACTOR_CUTOUT")));

        // Then
        answer.then().statusCode(422).body("violations.field", contains("set.layout"));
    }

    private StageRequested askedForCaptions() {
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "t2s_audio_slt.mp3");
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "lipsync_video_maya.mp4");
        StageRequested caption = Pipeline.next(editing, Artifact.COMPOSITE_VIDEO, "composite_video.mp4");
        Pipeline.say(caption);
        Patience.eventually(
                () -> assertThat(Books.rows("""
                select stage from stage_executions where run_id = $1 and context is not null
                """, voice.runId())).containsExactlyInAnyOrder("VOICE", "CAPTION"));
        return caption;
    }

    @Test
    void asksEditingForOneMoreShapeOfAPastAd() {
        // Given
        RunCompleted past = finishedAd();

        // When
        Response answer = replay(
                past.runId(), Map.of("from_stage", "editing", "set", Map.of("aspect_ratios", List.of("9:16", "1:1"))));

        // Then
        String run = answer.then()
                .statusCode(200)
                .body("changes.setting", contains("aspect_ratios"))
                .body("stages.expected", contains("kept", "kept", "run", "run"))
                .extract()
                .path("run_id");
        StageRequested editing = Pipeline.requestOf(Stage.EDITING, run);
        assertThat(editing.context().configuration().shapes())
                .containsExactly(AspectRatio.PORTRAIT, AspectRatio.SQUARE);
        assertThat(editing.inEveryShape()).hasSize(2);
    }

    @Test
    void saysWhatIsNotThereAnyMore() {
        // Given
        RunCompleted past = finishedAd();
        StoredObject composite =
                past.context().artifact(Stage.EDITING, Artifact.COMPOSITE_VIDEO).orElseThrow();
        storage.delete(List.of(composite.key())).await().atMost(PATIENCE);

        // When
        Response gone = replay(past.runId(), Map.of("from_stage", "caption"));
        Response earlier = replay(past.runId(), Map.of("from_stage", "editing", "dry_run", true));
        Response unknown = replay(UUID.randomUUID(), Map.of("from_stage", "caption"));

        // Then
        gone.then()
                .statusCode(409)
                .body("detail", containsString(composite.key().value()));
        earlier.then().statusCode(200).body("stages.expected", contains("kept", "kept", "run", "reused"));
        unknown.then().statusCode(404);
    }

    @Test
    void doesNotDrawAPictureAgainWhoseAssetsAreGone() {
        // Given
        RunCompleted past = finishedAd(Artifact.TIMELINE, "timeline.json");
        ObjectKey asset = past.context().assets().getFirst().key();
        status().body("stages.state", contains("succeeded", "succeeded", "succeeded", "succeeded"));
        replay(past.runId(), Map.of("from_stage", "caption", "dry_run", true))
                .then()
                .statusCode(200);
        storage.delete(List.of(asset)).await().atMost(PATIENCE);

        // When
        Response answer = replay(past.runId(), Map.of("from_stage", "caption"));

        // Then
        answer.then().statusCode(409).body("detail", containsString(asset.value()));
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

    /** All that the project's owner can see, and what would be sent to them. */
    private List<String> visible() {
        UUID id = UUID.fromString(project);
        return Stream.of(
                        caller.request()
                                .get("/api/projects/{id}/status", project)
                                .jsonPath()
                                .getString("status"),
                        caller.request()
                                .get("/api/projects/{id}/runs", project)
                                .jsonPath()
                                .getString("run_id"),
                        String.valueOf(caller.credits()),
                        Books.rows("select revision::text from project_revisions where project_id = $1", id)
                                .toString(),
                        Books.rows("""
                                select n.kind from notifications n join runs r on r.id = n.run_id
                                where r.project_id = $1 order by n.kind, n.channel
                                """, id).toString())
                .toList();
    }

    private RunCompleted finishedAd() {
        return finishedAd(Artifact.COMPOSITE_VIDEO, "composite_video.mp4");
    }

    private RunCompleted finishedAd(Artifact edited, String file) {
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "t2s_audio_slt.mp3");
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "lipsync_video_maya.mp4");
        StageRequested caption = Pipeline.next(editing, edited, file);
        RunCompleted completed = Pipeline.completed(caption);
        upload(completed);
        Stream.of(lipsync, editing, caption, completed).forEach(Pipeline::say);
        Patience.eventually(() -> status().body("status", equalTo("completed")));
        Patience.eventually(() -> assertThat(Books.rows("""
                select stage from stage_executions where run_id = $1 and context is not null
                """, voice.runId())).hasSize(4));
        // Giving the ad its lasting name is the last that changes the project.
        Patience.eventually(() -> assertThat(
                        Books.rows("select final_video_key from projects where id = $1", UUID.fromString(project)))
                .containsExactly(ObjectKeys.finalVideo(UUID.fromString(project)).value()));
        return completed;
    }

    private void upload(RunCompleted completed) {
        completed.context().outputs().values().stream()
                .flatMap(output -> output.artifacts().values().stream())
                .forEach(this::upload);
    }

    private void upload(StoredObject stored) {
        storage.upload(stored.key(), MediaFixtures.file("ad.bin", new byte[] {1}), stored.contentType())
                .await()
                .atMost(PATIENCE);
    }

    private StageOutput shadowOutput(StageRequested request) {
        Fingerprint fingerprint = request.own(Fingerprint.of(request.stage(), "inputs"));
        StoredObject stored =
                new StoredObject(request.workKey(fingerprint, "composite_video.mp4"), "0".repeat(64), 1, "video/mp4");
        upload(stored);
        return new StageOutput(
                fingerprint, Map.of(Artifact.COMPOSITE_VIDEO, stored), 12.5, "local", "test", BigDecimal.ZERO, false);
    }

    private ValidatableResponse status() {
        return caller.request().get("/api/projects/{id}/status", project).then();
    }

    private static Response shadow(UUID run, String key) {
        return AdminTest.operator()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("from_stage", "caption", "shadow", true))
                .post("/api/admin/runs/{id}/replay", run);
    }

    private static ValidatableResponse detail(String run) {
        return AdminTest.operator().get("/api/admin/runs/{id}", run).then().statusCode(200);
    }

    private static Response replay(UUID run, Map<String, Object> body) {
        return AdminTest.operator().contentType(ContentType.JSON).body(body).post("/api/admin/runs/{id}/replay", run);
    }
}
