package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static pro.reelsai.gateway.Patience.eventually;
import static pro.reelsai.gateway.Patience.settle;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StageState;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

@GatewayTest
class ProjectionTest {
    @Inject
    ObjectStorage storage;

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
    void leadsAProjectThroughItsStatesAndHandsOutTheAd() {
        // Given
        StageRequested voice = start();

        // When
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 50));
        eventually(() -> status().body("stages[0].state", equalTo("running")).body("percent", equalTo(5)));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
        Pipeline.say(lipsync);
        eventually(() -> status().body("status", equalTo("voice_over_ready")).body("stage", equalTo("lipsync")));
        Pipeline.say(Pipeline.progress(lipsync, StageState.WAITING, 10));
        eventually(() -> status().body("status", equalTo("actor_generation_started")));
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "actor.mp4");
        Pipeline.say(editing);
        eventually(() -> status().body("status", equalTo("actor_generation_completed")));
        Pipeline.say(Pipeline.progress(editing, StageState.RUNNING, 1));
        eventually(() -> status().body("status", equalTo("assets_video_generation_started")));
        StageRequested caption = Pipeline.next(editing, Artifact.COMPOSITE_VIDEO, "composite.mp4");
        Pipeline.say(caption);
        finish(caption);

        // Then
        eventually(() -> status().body("status", equalTo("completed"))
                .body("final_video_url", containsString("projects/" + project + "/final_video_w_captions.mp4")));
        String url = status().body("percent", equalTo(100))
                .body("stage", nullValue())
                .body("cost", equalTo(1.0f))
                .body("stages.state", contains("succeeded", "succeeded", "succeeded", "succeeded"))
                .body("videos[0].aspect_ratio", equalTo("9:16"))
                .body("videos[0].url", notNullValue())
                .extract()
                .path("final_video_url");
        assertThat(RestAssured.get(url).asString()).isEqualTo("ad");
        caller.request()
                .redirects()
                .follow(false)
                .get("/api/projects/{id}/video", project)
                .then()
                .statusCode(307)
                .header("Location", notNullValue());
        caller.request()
                .get("/api/projects/{id}", project)
                .then()
                .body("final_video_duration", equalTo(12.5f))
                .body("final_video_url", notNullValue());
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void saysThatAFilmedActorSpeaksInPreviewQualityWhereNoVendorAnimatesThem() {
        // Given
        Books.rows("""
                with theo as (
                    insert into actors (id, name, gender, provider, identifier, video_key, default_voice_id, is_visible,
                        position)
                    select gen_random_uuid(), 'Theo', 'male', 'LOCAL', gen_random_uuid()::text, 'actors/theo/theo.mp4',
                        voice_id, false, 102
                    from projects where id = $1
                    returning id)
                update projects set actor_id = theo.id from theo where projects.id = $1 returning projects.id::text
                """, UUID.fromString(project));
        StageRequested lipsync = Pipeline.next(start(), Artifact.SPEECH, "speech.mp3");
        Pipeline.say(lipsync);

        // When
        Pipeline.say(Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "actor.mp4"));

        // Then
        eventually(() -> status().body("stages[1].state", equalTo("succeeded"))
                .body("stages[1].detail", containsString("preview quality"))
                .body("stages[0].detail", nullValue()));
    }

    @Test
    void showsAsReusedWhatAnEarlierRunHadMade() {
        // Given
        StageRequested voice = start();
        StageOutput found =
                Pipeline.output(voice, Artifact.SPEECH, "speech.mp3").asReused();

        // When
        Pipeline.say(voice.next(Stage.LIPSYNC, found, Instant.now()));

        // Then
        eventually(
                () -> status().body("stages[0].state", equalTo("reused")).body("status", equalTo("voice_over_ready")));
    }

    @Test
    void givesTheCreditBackOnceHoweverOftenTheFailureIsDelivered() {
        // Given
        StageRequested voice = start();
        assertThat(caller.credits()).isEqualTo(9);

        // When
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "The voice is hoarse"));
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "The voice is hoarse"));

        // Then
        eventually(() -> status().body("status", equalTo("voice_over_generation_failed"))
                .body("message", equalTo("The voice is hoarse"))
                .body("stages[0].state", equalTo("failed"))
                .body("stages[0].code", equalTo("VOICE_UNAVAILABLE")));
        assertThat(caller.credits()).isEqualTo(10);
        caller.startAd(project);
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void comesToTheSameEndWhenEventsCrossOnTheirWay() {
        // Given
        StageRequested voice = start();
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "actor.mp4");
        StageRequested caption = Pipeline.next(editing, Artifact.COMPOSITE_VIDEO, "composite.mp4");

        // When
        finish(caption);
        eventually(() -> status().body("status", equalTo("completed")));
        Pipeline.say(caption);
        Pipeline.say(editing);
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 30));
        Pipeline.say(lipsync);
        settle();

        // Then
        status().body("status", equalTo("completed"))
                .body("percent", equalTo(100))
                .body("stages.state", contains("succeeded", "succeeded", "succeeded", "succeeded"))
                .body("cost", equalTo(1.0f));
    }

    @Test
    void lastsWithTheFirstEnd() {
        // Given
        StageRequested voice = start();
        Pipeline.say(Pipeline.failed(voice, FailureCode.TIMED_OUT, "It took too long"));
        eventually(() -> status().body("status", equalTo("voice_over_generation_failed")));

        // When
        Pipeline.say(Pipeline.next(voice, Artifact.SPEECH, "speech.mp3"));
        settle();

        // Then
        status().body("status", equalTo("voice_over_generation_failed"));
        assertThat(caller.credits()).isEqualTo(10);
    }

    @Test
    void neverLetsAPercentageFall() {
        // Given
        StageRequested voice = start();
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 60));

        // When
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 20));
        settle();

        // Then
        status().body("stages[0].percent", equalTo(60));
    }

    @ParameterizedTest
    @CsvSource({
        "LIPSYNC, LIPSYNC_COULD_NOT_START, actor_generation_could_not_start",
        "LIPSYNC, LIPSYNC_FAILED, actor_generation_failed",
        "LIPSYNC, LIPSYNC_CANCELLED, actor_generation_cancelled",
        "LIPSYNC, INTERNAL, actor_generation_could_not_start",
        "LIPSYNC, DISK_FULL, actor_generation_could_not_start",
        "EDITING, ASSET_UNREADABLE, assets_video_generation_failed",
        "EDITING, LAYOUT_UNKNOWN, layout_retrieval_failed",
        "EDITING, RENDER_OOM, video_editing_failed",
        "EDITING, INTERNAL, post_processing_failed",
        "CAPTION, CAPTIONS_FAILED, captions_addition_failed",
        "CAPTION, UPLOAD_FAILED, upload_failed",
        "VOICE, INTERNAL, voice_over_generation_failed",
    })
    void saysWhichPartFailed(Stage stage, FailureCode code, String expected) {
        // Given
        StageRequested voice = start();
        StageRequested request = new StageRequested(
                voice.runId(),
                voice.projectId(),
                voice.userId(),
                stage,
                1,
                voice.requestedAt(),
                voice.deadline(),
                voice.context());

        // When
        Pipeline.say(Pipeline.failed(request, code, "No"));

        // Then
        eventually(() -> status().body("status", equalTo(expected)));
    }

    @Test
    void saysThatTheActorFailedOnceItsJobHadBegun() {
        // Given
        StageRequested lipsync = Pipeline.next(start(), Artifact.SPEECH, "speech.mp3");
        Pipeline.say(lipsync);
        Pipeline.say(Pipeline.progress(lipsync, StageState.WAITING, 10));
        eventually(() -> status().body("status", equalTo("actor_generation_started")));

        // When
        Pipeline.say(Pipeline.failed(lipsync, FailureCode.INTERNAL, "No"));

        // Then
        eventually(() -> status().body("status", equalTo("actor_generation_failed")));
    }

    @Test
    void putsAnUnreadableRecordAsideAndGoesOn() {
        // Given
        StageRequested voice = start();
        String key = UUID.randomUUID().toString();

        // When
        Pipeline.send(new ProducerRecord<>(Topics.RUN_FAILED, key, "{\"run_id\": 7}".getBytes(StandardCharsets.UTF_8)));
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 40));

        // Then
        var dead = Pipeline.await(Topics.deadLetters(Topics.RUN_FAILED), found -> key.equals(found.key()));
        assertThat(new String(dead.headers().lastHeader("dead-letter-topic").value(), StandardCharsets.UTF_8))
                .isEqualTo(Topics.RUN_FAILED);
        eventually(() -> status().body("stages[0].percent", equalTo(40)));
    }

    @Test
    void endsARunThatNobodyEndedInTime() {
        // Given
        StageRequested voice = start();
        Pipeline.say(Pipeline.next(voice, Artifact.SPEECH, "speech.mp3"));
        eventually(() -> status().body("status", equalTo("voice_over_ready")));

        // When
        database.preparedQuery("update runs set deadline = now() - interval '1 day' where id = $1")
                .execute(Tuple.of(voice.runId()))
                .await()
                .atMost(Duration.ofSeconds(5));

        // Then
        eventually(() -> status().body("status", equalTo("actor_generation_could_not_start"))
                .body("stages[1].code", equalTo("TIMED_OUT")));
        assertThat(caller.credits()).isEqualTo(10);
    }

    @Test
    void takesNoNoticeOfARunItDoesNotKnow() {
        // Given
        StageRequested voice = start();
        StageRequested stranger = new StageRequested(
                UUID.randomUUID(),
                voice.projectId(),
                voice.userId(),
                Stage.VOICE,
                1,
                voice.requestedAt(),
                voice.deadline(),
                voice.context());

        // When
        Pipeline.say(Pipeline.failed(stranger, FailureCode.INTERNAL, "No"));
        settle();

        // Then
        status().body("status", equalTo("processing"));
    }

    private StageRequested start() {
        return Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
    }

    private ValidatableResponse status() {
        return caller.request().get("/api/projects/{id}/status", project).then().statusCode(200);
    }

    /** Puts the files of a finished run where the stages would have put them, and says that it is finished. */
    private void finish(StageRequested caption) {
        RunCompleted completed = Pipeline.completed(caption);
        Pipeline.putFiles(storage, completed);
        Pipeline.say(completed);
    }
}
