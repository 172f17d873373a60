package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.StageRequested;

@GatewayTest
@ExtendWith(Books.class)
class ResumeTest {
    private final Caller caller = new Caller();
    private String project;

    @BeforeEach
    void chooseEverything() {
        project = caller.readyProject();
    }

    @Test
    void goesOnFromTheFailedStageAndTakesACreditForTheAttempt() {
        // Given
        StageRequested failed = failInLipsync();
        String run = failed.runId().toString();

        // When
        Response answer = resume();

        // Then
        answer.then().statusCode(200).body("run_id", equalTo(run)).body("attempt", equalTo(2));
        status().body("status", equalTo("voice_over_ready"))
                .body("run_id", equalTo(run))
                .body("stage", equalTo("lipsync"))
                .body("stages.state", contains("succeeded", "pending", "pending", "pending"))
                .body("stages.attempt", contains(1, 2, 1, 1))
                .body("cost", equalTo(0.25f));
        StageRequested again = Pipeline.requestOf(Stage.LIPSYNC, run, 2);
        assertThat(again.context()).isEqualTo(failed.context());
        assertThat(again.deadline()).isAfter(failed.deadline());
        assertThat(caller.credits()).isEqualTo(9);

        // When
        Pipeline.say(new RunCompleted(
                again.runId(), again.projectId(), again.userId(), Stage.CAPTION, 2, Instant.now(), again.context()));

        // Then
        Patience.eventually(() -> status().body("status", equalTo("completed")));
        assertThat(Books.entriesOf(run)).containsExactly("RESERVE 1", "REFUND 1", "RESERVE 2", "SETTLE 2");
    }

    @Test
    void goesOnFromAnEarlierStageWhereTheFailedOnesRequestWasNeverHeard() {
        // Given
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
        Pipeline.say(Pipeline.failed(lipsync, FailureCode.LIPSYNC_FAILED, "No"));
        Patience.eventually(() -> status().body("status", equalTo("actor_generation_failed")));

        // When
        Response answer = resume();

        // Then
        answer.then().statusCode(200);
        assertThat(Pipeline.requestOf(Stage.VOICE, voice.runId().toString(), 2).context())
                .isEqualTo(voice.context());
    }

    @Test
    void beginsOneAttemptHoweverManyAreAskedForAtOnce() {
        // Given
        String run = failInLipsync().runId().toString();

        // When
        List<Integer> statuses = AtOnce.all(Collections.nCopies(10, project), same -> resume().statusCode());

        // Then
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(Books.entriesOf(run)).containsExactly("RESERVE 1", "REFUND 1", "RESERVE 2");
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void takesNoNoticeOfNewsFromTheAttemptBefore() {
        // Given
        StageRequested failed = failInLipsync();
        resume().then().statusCode(200);

        // When
        Pipeline.say(Pipeline.failed(failed, FailureCode.LIPSYNC_FAILED, "No"));
        Pipeline.say(Pipeline.failed(
                Pipeline.next(failed, Artifact.LIPSYNC_VIDEO, "actor.mp4"), FailureCode.EDITING_FAILED, "No"));
        Patience.settle();

        // Then
        status().body("status", equalTo("voice_over_ready")).body("stage", equalTo("lipsync"));
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void refusesWithoutACreditAndLeavesTheRunFailed() {
        // Given
        failInLipsync();
        for (int i = 0; i < 10; i++) {
            caller.request().post("/api/users/reduce_credits").then().body("reduced_credits", equalTo(true));
        }

        // When
        Response answer = resume();

        // Then
        answer.then().statusCode(403).body("detail", containsString("credits"));
        status().body("status", equalTo("actor_generation_failed")).body("stages.attempt", contains(1, 1, 1, 1));
    }

    @Test
    void saysWhyARunCannotBeResumed() {
        // Given
        Response none = resume();
        caller.startAd(project);

        // When
        Response open = resume();
        caller.request().post("/api/projects/{id}/cancel", project).then().statusCode(200);
        Response cancelled = resume();

        // Then
        none.then().statusCode(409).body("detail", containsString("started yet"));
        open.then().statusCode(409).body("detail", containsString("being made"));
        cancelled.then().statusCode(409).body("detail", containsString("cancelled"));
    }

    @Test
    void keepsTheAddressOfWhoeverResumes() {
        // Given
        failInLipsync();
        String moved = "moved-" + caller.id() + "@example.com";

        // When
        Response answer = RestAssured.given()
                .header("Authorization", "Bearer " + caller.tokenWith(moved))
                .post("/api/projects/{id}/resume", project);

        // Then
        answer.then().statusCode(200);
        assertThat(Books.rows("select email from profiles where id = $1", caller.id()))
                .containsExactly(moved);
    }

    @Test
    void hidesAnotherUsersRun() {
        // Given
        failInLipsync();

        // When
        Response answer = new Caller().request().post("/api/projects/{id}/resume", project);

        // Then
        answer.then().statusCode(404);
    }

    private StageRequested failInLipsync() {
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "speech.mp3");
        Pipeline.say(lipsync);
        Patience.eventually(() -> status().body("status", equalTo("voice_over_ready")));
        Pipeline.say(Pipeline.failed(lipsync, FailureCode.LIPSYNC_FAILED, "The actor is away"));
        Patience.eventually(() -> status().body("status", equalTo("actor_generation_failed")));
        return lipsync;
    }

    private Response resume() {
        return caller.request().post("/api/projects/{id}/resume", project);
    }

    private ValidatableResponse status() {
        return caller.request().get("/api/projects/{id}/status", project).then().statusCode(200);
    }
}
