package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static pro.reelsai.gateway.Patience.eventually;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;

@GatewayTest
@ExtendWith(Books.class)
class AdmissionTest {
    private static final int AT_ONCE =
            ConfigProvider.getConfig().getValue("reels.admission.ads-at-once", Integer.class);

    @Test
    void beginsAFewAdsOfAUserAtOnceAndTheOthersInTurn() {
        // Given a user who asks for two more than are made at once
        Caller caller = new Caller();
        List<String> projects = Projects.copies(caller.readyProject(), AT_ONCE + 2);
        List<String> runs = new ArrayList<>();
        projects.forEach(project -> runs.add(caller.startAd(project)));
        String ninth = runs.get(AT_ONCE);
        String tenth = runs.get(AT_ONCE + 1);
        assertThat(begun(caller)).containsExactlyElementsOf(runs.subList(0, AT_ONCE));
        int place = place(caller, projects.get(AT_ONCE));
        assertThat(place(caller, projects.get(AT_ONCE + 1))).isEqualTo(place + 1);

        // When another user asks for one
        Caller other = new Caller();
        String others = other.startAd(other.readyProject());

        // Then it is begun before those that were asked for earlier
        assertThat(begun(other)).containsExactly(others);
        assertThat(begun(caller)).hasSize(AT_ONCE);

        // When one ends
        var first = Pipeline.requestOf(Stage.VOICE, runs.getFirst());
        Pipeline.say(Pipeline.failed(first, FailureCode.VOICE_UNAVAILABLE, "The text was refused"));

        // Then the oldest in the queue is begun, with all the time an ad has
        var request = Pipeline.requestOf(Stage.VOICE, ninth);
        assertThat(request.requestedAt()).isAfter(first.requestedAt());
        assertThat(request.deadline()).isAfter(first.deadline());
        assertThat(begun(caller)).contains(ninth).doesNotContain(tenth);
    }

    @Test
    void letsAnAdBeCancelledBeforeItsTurn() {
        // Given
        Caller caller = new Caller();
        List<String> projects = Projects.copies(caller.readyProject(), AT_ONCE + 1);
        List<String> runs = new ArrayList<>();
        projects.forEach(project -> runs.add(caller.startAd(project)));
        int credits = caller.credits();

        // When it is cancelled, and there is room again
        caller.request()
                .post("/api/projects/{id}/cancel", projects.getLast())
                .then()
                .statusCode(200);
        caller.request()
                .post("/api/projects/{id}/cancel", projects.getFirst())
                .then()
                .statusCode(200);

        // Then it never begins
        assertThat(caller.credits()).isEqualTo(credits + 2);
        Caller other = new Caller();
        Pipeline.requestOf(Stage.VOICE, other.startAd(other.readyProject()));
        assertThat(begun(caller)).doesNotContain(runs.getLast());
        caller.request()
                .get("/api/projects/{id}/status", projects.getLast())
                .then()
                .body("status", equalTo("cancelled"))
                .body("queue_position", nullValue());
    }

    @Test
    void takesNoAdWhileOthersWaitForTooLong() {
        // Given a request that no stage has taken up for two hours
        Caller patient = new Caller();
        UUID stuck = UUID.fromString(patient.startAd(patient.readyProject()));
        Caller caller = new Caller();
        String project = caller.readyProject();
        Books.rows("update stage_executions set requested_at = now() - interval '2 hours' where run_id = $1", stuck);

        // Then
        eventually(() -> {
            var answer = caller.request().post("/api/projects/{id}/generate-final-video", project);
            if (answer.statusCode() == 200) {
                caller.request().post("/api/projects/{id}/cancel", project);
            }
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString("No credit was taken"));
        });
        assertThat(caller.credits()).isEqualTo(10);

        // When it is taken up
        Books.rows("update stage_executions set requested_at = now() where run_id = $1", stuck);

        // Then
        eventually(() -> caller.request()
                .post("/api/projects/{id}/generate-final-video", project)
                .then()
                .statusCode(200));
    }

    private static int place(Caller caller, String project) {
        return caller.request()
                .get("/api/projects/{id}/status", project)
                .then()
                .body("status", equalTo("processing"))
                .body("stages.state", hasItem("pending"))
                .extract()
                .path("queue_position");
    }

    /** The user's runs that a stage was asked to begin, in that order. */
    private static List<String> begun(Caller caller) {
        return Books.rows("""
                select r.id::text from runs r join stage_executions s on s.run_id = r.id
                where r.user_id = $1 order by s.requested_at
                """, caller.id());
    }
}
