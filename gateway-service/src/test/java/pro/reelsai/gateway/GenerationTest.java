package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.gateway.user.BetaGate;
import pro.reelsai.gateway.user.Profiles;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;

@GatewayTest
@ExtendWith(Books.class)
class GenerationTest {
    @Inject
    Profiles profiles;

    @Test
    void sendsTheChosenInputsToTheVoiceStageAndTakesOneCredit() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        int before = caller.credits();

        // When
        String run = caller.startAd(project);

        // Then
        StageRequested request = Pipeline.requestOf(Stage.VOICE, run);
        assertThat(request.projectId()).hasToString(project);
        assertThat(request.userId()).isEqualTo(caller.id());
        assertThat(request.attempt()).isEqualTo(1);
        assertThat(request.deadline()).isAfter(request.requestedAt());
        assertThat(request.context().script().content()).startsWith("Thirsty again?");
        assertThat(request.context().voice().identifier()).isEqualTo("slt");
        assertThat(request.context().actor().identifier()).isEqualTo("maya");
        assertThat(request.context().layout()).isEqualTo(LayoutType.TOP_BOTTOM);
        assertThat(request.context().assets()).hasSize(1);
        assertThat(request.context().configuration().duration()).isEqualTo(15);
        assertThat(caller.credits()).isEqualTo(before - 1);
    }

    @Test
    void sendsEventsInCloudEventsBinaryModeKeyedByTheRun() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();

        // When
        String run = caller.startAd(project);

        // Then
        ConsumerRecord<String, String> sent = Pipeline.await(Topics.VOICE_REQUESTED, found -> run.equals(found.key()));
        assertThat(new String(sent.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo(run + ":voice:1:requested");
        assertThat(sent.headers().lastHeader("ce_specversion").value())
                .isEqualTo("1.0".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesAllThatIsStillMissing() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        var answer = caller.request().post("/api/projects/{id}/generate-final-video", project);

        // Then
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(
                        "detail",
                        allOf(
                                containsString("configuration"),
                                containsString("script"),
                                containsString("actor"),
                                containsString("voice"),
                                containsString("layout"),
                                containsString("asset")));
        assertThat(caller.credits()).isEqualTo(10);
    }

    @Test
    void refusesToCutOutAFilmedActorBeforeAnythingIsPaid() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        caller.json(Map.of("layout_id", Caller.ACTOR_CUTOUT))
                .post("/api/projects/{id}/select-layout", project)
                .then()
                .statusCode(200);
        Books.rows("""
                with theo as (
                    insert into actors (id, name, gender, provider, identifier, default_voice_id, is_visible, position)
                    select gen_random_uuid(), 'Theo', 'male', 'REPLICATE', gen_random_uuid()::text, voice_id, false, 101
                    from projects where id = $1
                    returning id)
                update projects set actor_id = theo.id from theo where projects.id = $1 returning projects.id::text
                """, UUID.fromString(project));

        // When
        var answer = caller.request().post("/api/projects/{id}/generate-final-video", project);

        // Then
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString("Theo"), containsString("layout"), containsString("illustrated")));
        assertThat(caller.credits()).isEqualTo(10);
        caller.request().get("/api/projects/{id}/runs", project).then().body("$", hasSize(0));
    }

    @Test
    void startsOneAdHoweverOftenTheButtonIsPressed() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();

        // When
        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> caller.request()
                        .post("/api/projects/{id}/generate-final-video", project)
                        .statusCode()))
                .limit(5)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(4);
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void refusesAnAdWithoutACreditAndChangesNothing() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        for (int i = 0; i < 10; i++) {
            caller.request().post("/api/users/reduce_credits").then().body("reduced_credits", equalTo(true));
        }

        // When
        var answer = caller.request().post("/api/projects/{id}/generate-final-video", project);

        // Then
        answer.then().statusCode(403).body("detail", containsString("credits"));
        caller.request().get("/api/projects/{id}", project).then().body("status", equalTo("draft"));
        caller.request().get("/api/projects/{id}/runs", project).then().body("$", hasSize(0));
    }

    @Test
    void keepsTheChoicesStillWhileTheAdIsBeingMade() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        String run = caller.startAd(project);

        // When
        var answer = caller.upload(project, MediaFixtures.picture());

        // Then
        answer.then().statusCode(409).body("detail", containsString("being made"));
        caller.request()
                .get("/api/projects/{id}/status", project)
                .then()
                .statusCode(200)
                .body("run_id", equalTo(run))
                .body("status", equalTo("processing"))
                .body("stage", equalTo("voice"))
                .body("percent", equalTo(0))
                .body("stages", hasSize(4))
                .body("queue_position", notNullValue());
    }

    @Test
    void startsAsManyAdsAsThereAreCreditsHoweverManyAreAskedForAtOnce() {
        // Given
        Caller caller = new Caller();
        List<String> projects = Projects.copies(caller.readyProject(), 200);
        for (int i = 0; i < 3; i++) {
            caller.request().post("/api/users/reduce_credits").then().body("reduced_credits", equalTo(true));
        }

        // When
        List<Integer> statuses = AtOnce.all(projects, project -> caller.request()
                .post("/api/projects/{id}/generate-final-video", project)
                .statusCode());

        // Then
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(7);
        assertThat(statuses).filteredOn(status -> status == 403).hasSize(193);
        assertThat(caller.credits()).isZero();
        assertThat(Books.rows("select id::text from runs where user_id = $1", caller.id()))
                .hasSize(7);
    }

    @Test
    void startsOneAdOfAProjectHoweverManyAreAskedForAtOnce() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();

        // When
        List<Integer> statuses = AtOnce.all(Collections.nCopies(200, project), same -> caller.request()
                .post("/api/projects/{id}/generate-final-video", same)
                .statusCode());

        // Then
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(199);
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void keepsScriptsAndAdsForBetaUsersWhereTheGateIsClosed() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        assertThat(caller.credits()).isEqualTo(10);
        Books.rows("update profiles set is_beta_user = false where id = $1 returning id::text", caller.id());
        QuarkusMock.installMockForType(new BetaGate(profiles, true), BetaGate.class);

        // When
        var script = caller.request().post("/api/projects/{id}/generate-script", project);
        var ad = caller.request().post("/api/projects/{id}/generate-final-video", project);
        var beta = caller.request().post("/api/check-beta");

        // Then
        script.then().statusCode(403).contentType("application/problem+json").body("detail", containsString("beta"));
        ad.then().statusCode(403).contentType("application/problem+json").body("detail", containsString("beta"));
        beta.then().statusCode(200).body("is_beta_user", equalTo(false));
        assertThat(caller.credits()).isEqualTo(10);
    }
}
