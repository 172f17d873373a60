package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static pro.reelsai.gateway.Caller.operator;
import static pro.reelsai.gateway.PastAds.detail;
import static pro.reelsai.gateway.PastAds.replay;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.RunCompleted;
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
    private PastAds ads;
    private String project;

    @BeforeEach
    void chooseEverything() {
        ads = new PastAds(caller, storage);
        project = ads.project();
    }

    @Test
    void makesTheProjectsNewestAdFromAPastStageFreeOfCharge() {
        // Given
        RunCompleted past = ads.finishedAd();

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
        Patience.eventually(() -> ads.status()
                .body("status", equalTo("assets_video_generation_started"))
                .body("run_id", equalTo(run))
                .body("stages.state", contains("reused", "reused", "reused", "pending"))
                .body("cost", equalTo(0.0f)));
        replay(past.runId(), Map.of("from_stage", "voice")).then().statusCode(409);

        // When
        RunCompleted again = Pipeline.completed(caption);
        ads.upload(again);
        Pipeline.say(again);

        // Then
        Patience.eventually(
                () -> ads.status().body("status", equalTo("completed")).body("run_id", equalTo(run)));
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
    void onlySaysWhatItWouldDoWhenItIsADryRun() {
        // Given
        RunCompleted past = ads.finishedAd();
        List<String> before = ads.visible();

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
        assertThat(ads.visible()).isEqualTo(before);
        assertThat(Books.rows("select id::text from runs where replay_of = $1", past.runId()))
                .isEmpty();
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
            Response answer = operator()
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
        RunCompleted past = ads.finishedAd();

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
        RunCompleted past = ads.finishedAd();
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
        RunCompleted past = ads.finishedAd(Artifact.TIMELINE, "timeline.json");
        ObjectKey asset = past.context().assets().getFirst().key();
        ads.status().body("stages.state", contains("succeeded", "succeeded", "succeeded", "succeeded"));
        replay(past.runId(), Map.of("from_stage", "caption", "dry_run", true))
                .then()
                .statusCode(200);
        storage.delete(List.of(asset)).await().atMost(PATIENCE);

        // When
        Response answer = replay(past.runId(), Map.of("from_stage", "caption"));

        // Then
        answer.then().statusCode(409).body("detail", containsString(asset.value()));
    }
}
