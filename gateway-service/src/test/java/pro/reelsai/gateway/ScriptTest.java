package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Script;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;
import pro.reelsai.runtime.json.ReelsJson;

@GatewayTest
class ScriptTest {
    @Test
    void answersWithTheScriptAsSoonAsItIsWritten() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.configuredProject();

        // When
        CompletableFuture<Response> answer = askForScript(caller, project);
        Pipeline.say(written(requestFor(project), "Drink more", "Thirsty? Drink."));

        // Then
        answer.join()
                .then()
                .statusCode(200)
                .body("script_generated", equalTo(true))
                .body("keySet()", equalTo(Set.of("script_generated", "message", "script")))
                .body("script.title", equalTo("Drink more"))
                .body("script.content", equalTo("Thirsty? Drink."));
        assertThat(caller.credits()).isEqualTo(10);
        caller.request().get("/api/projects/{id}", project).then().body("status", equalTo("draft"));
    }

    @Test
    void promisesTheScriptWhereItTakesLongerAndListsItLater() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.configuredProject();

        // When
        Response answer = caller.request().post("/api/projects/{id}/generate-script", project);

        // Then
        answer.then().statusCode(202).body("script_generated", equalTo(false));
        String id = answer.path("script_id");
        Pipeline.say(written(requestFor(project), "Late", "Better late than never."));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> caller.request()
                .get("/api/projects/{id}/scripts", project)
                .then()
                .body("[0]", hasSize(1))
                .body("[0][0].id", equalTo(id))
                .body("[1]", equalTo("")));
    }

    @Test
    void carriesWhatEachPartShowsFromTheScriptToTheAdUntilItsWordsAreChanged() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();

        // When
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> caller.request().post("/api/projects/{id}/generate-script?hooks=2", project));
        StageRequested request = requestFor(project);
        UUID shown = request.context().assets().getFirst().id();
        Pipeline.say(written(
                request,
                new Script(
                        request.runId(),
                        "Drink",
                        "Thirsty? Look. Buy.",
                        List.of(
                                new ScriptBeat("Thirsty?", null),
                                new ScriptBeat("Look.", shown),
                                new ScriptBeat("Buy.", UUID.randomUUID())),
                        List.of("Dry?"))));

        // Then
        assertThat(request.context().configuration().hooks()).isEqualTo(2);
        answer.join().then().statusCode(200).body("script.hooks", equalTo(List.of("Dry?")));
        String script = answer.join().path("script.id");
        assertThat(adOf(caller, project, script).beats())
                .extracting(ScriptBeat::spoken, ScriptBeat::asset)
                .containsExactly(tuple("Thirsty?", null), tuple("Look.", shown), tuple("Buy.", null));
        caller.json(Map.of("script_id", script, "content", "Thirsty? Look. Buy now."))
                .put("/api/projects/{id}/scripts/update", project)
                .then()
                .statusCode(200);
        assertThat(adOf(caller, project, script).beats()).isEmpty();
    }

    @Test
    void beginsWithTheOpeningThatIsChosenAndKeepsTheRest() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> caller.request().post("/api/projects/{id}/generate-script?hooks=2", project));
        StageRequested request = requestFor(project);
        UUID shown = request.context().assets().getFirst().id();
        Pipeline.say(written(
                request,
                new Script(
                        request.runId(),
                        "Drink",
                        "Thirsty? Look.",
                        List.of(new ScriptBeat("Thirsty?", null), new ScriptBeat("Look.", shown)),
                        List.of("Dry?"))));
        String script = answer.join().path("script.id");

        // When
        Script other = adOf(caller, project, Map.of("script_id", script, "hook", 1));

        // Then
        assertThat(other.content()).isEqualTo("Dry? Look.");
        assertThat(other.beats())
                .extracting(ScriptBeat::spoken, ScriptBeat::asset)
                .containsExactly(tuple("Dry?", null), tuple("Look.", shown));
        assertThat(adOf(caller, project, Map.of("script_id", script, "hook", 1)).id())
                .as("the same opening again is the same script")
                .isEqualTo(other.id());
        assertThat(adOf(caller, project, script).content()).isEqualTo("Thirsty? Look.");
        caller.json(Map.of("script_id", script, "hook", 2))
                .put("/api/projects/{id}/scripts/finalize", project)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("hook"));
    }

    @ParameterizedTest
    @CsvSource({"hooks, 0", "hooks, 6", "variants, 0", "variants, 6"})
    void writesFromOneToFiveHooksAndScripts(String what, String number) {
        // Given
        Caller caller = new Caller();
        String project = caller.configuredProject();

        // When
        Response answer = caller.request().queryParam(what, number).post("/api/projects/{id}/generate-script", project);

        // Then
        answer.then().statusCode(422).body("violations[0].field", equalTo(what));
    }

    @Test
    void givesSeveralScriptsToChooseFromWhereAsked() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();

        // When
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> caller.request().post("/api/projects/{id}/generate-script?variants=3", project));
        StageRequested request = requestFor(project);
        UUID shown = request.context().assets().getFirst().id();
        Script calm = new Script(
                Script.variantId(request.runId(), 1),
                "Calm",
                "Look.",
                List.of(new ScriptBeat("Look.", shown)),
                List.of());
        Pipeline.say(written(
                request,
                new Script(request.runId(), "Bold", "Thirsty? Drink."),
                List.of(calm, new Script(Script.variantId(request.runId(), 2), "Funny", "Water? Water!"))));

        // Then
        assertThat(request.context().configuration().variants()).isEqualTo(3);
        answer.join()
                .then()
                .statusCode(200)
                .body("script.title", equalTo("Bold"))
                .body("variants.title", equalTo(List.of("Calm", "Funny")));
        caller.request()
                .get("/api/projects/{id}/scripts", project)
                .then()
                .body("[0].title[0..2]", equalTo(List.of("Bold", "Calm", "Funny")));
        assertThat(adOf(caller, project, calm.id().toString()).beats())
                .extracting(ScriptBeat::asset)
                .containsExactly(shown);
    }

    /** The script with which an ad is begun, which is cancelled at once. */
    private static Script adOf(Caller caller, String project, String script) throws Exception {
        return adOf(caller, project, Map.of("script_id", script));
    }

    private static Script adOf(Caller caller, String project, Map<String, Object> choice) throws Exception {
        caller.json(choice)
                .put("/api/projects/{id}/scripts/finalize", project)
                .then()
                .statusCode(200);
        String run = caller.request()
                .post("/api/projects/{id}/generate-final-video", project)
                .then()
                .statusCode(200)
                .extract()
                .path("run_id");
        caller.request().post("/api/projects/{id}/cancel", project).then().statusCode(200);
        return Objects.requireNonNull(
                Pipeline.requestOf(Stage.VOICE, run).context().script());
    }

    @Test
    void saysWhyAScriptWasRefused() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.configuredProject();

        // When
        CompletableFuture<Response> answer = askForScript(caller, project);
        Pipeline.say(
                Pipeline.failed(requestFor(project), FailureCode.SCRIPT_REFUSED, "This product cannot be advertised"));

        // Then
        answer.join().then().statusCode(409).body("detail", equalTo("This product cannot be advertised"));
    }

    @Test
    void asksForAConfigurationFirst() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        Response answer = caller.request().post("/api/projects/{id}/generate-script", project);

        // Then
        answer.then().statusCode(409).body("detail", containsString("configuration"));
    }

    @Test
    void makesTheUsersOwnWordsFinalAndLetsThemBeEdited() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        caller.json(Map.of("is_custom", true, "content", "  My own words.  "))
                .put("/api/projects/{id}/scripts/finalize", project)
                .then()
                .statusCode(200)
                .body("final_script_set", equalTo(true));

        // Then
        Response list = caller.request().get("/api/projects/{id}/scripts", project);
        list.then().statusCode(200).body("[0]", hasSize(1)).body("[1]", equalTo("My own words."));
        caller.json(Map.of("script_id", list.path("[0][0].id"), "content", "Better words."))
                .put("/api/projects/{id}/scripts/update", project)
                .then()
                .statusCode(200)
                .body("script_updated", equalTo(true));
        caller.json(Map.of("script_id", list.path("[0][0].id")))
                .put("/api/projects/{id}/scripts/finalize", project)
                .then()
                .statusCode(200);
        caller.request().get("/api/projects/{id}", project).then().body("final_script", equalTo("Better words."));
    }

    @Test
    void takesBracesQuotesAndFilterTextAsWords() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();
        String words = "Say \"hi\" \\N {\\b1} 'now' %{pts} [0:v];drawtext=text=x 100%";

        // When
        Response answer = caller.json(Map.of("is_custom", true, "content", words))
                .put("/api/projects/{id}/scripts/finalize", project);

        // Then
        answer.then().statusCode(200);
        caller.request().get("/api/projects/{id}", project).then().body("final_script", equalTo(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...!?", "bell\u0007"})
    void refusesWordsThatCannotBeSpoken(String content) {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        Response answer = caller.json(Map.of("is_custom", true, "content", content))
                .put("/api/projects/{id}/scripts/finalize", project);

        // Then
        answer.then().statusCode(422).body("violations[0].field", equalTo("content"));
    }

    @Test
    void refusesAScriptThatNoAdCanHold() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        Response answer = caller.json(Map.of("is_custom", true, "content", "word ".repeat(800)))
                .put("/api/projects/{id}/scripts/finalize", project);

        // Then
        answer.then().statusCode(422).body("detail", containsString("3999 characters; an ad can hold at most 1500"));
    }

    @Test
    void knowsNoScriptOfAnotherProject() {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        String other = caller.project();
        String script =
                caller.request().get("/api/projects/{id}/scripts", project).path("[0][0].id");

        // When
        Response finalize = caller.json(Map.of("script_id", script)).put("/api/projects/{id}/scripts/finalize", other);
        Response update = caller.json(Map.of("script_id", UUID.randomUUID().toString(), "content", "x y"))
                .put("/api/projects/{id}/scripts/update", project);

        // Then
        finalize.then().statusCode(404);
        update.then().statusCode(404);
    }

    private static CompletableFuture<Response> askForScript(Caller caller, String project) {
        return CompletableFuture.supplyAsync(
                () -> caller.request().post("/api/projects/{id}/generate-script", project));
    }

    private static StageRequested requestFor(String project) throws EventUnreadableException {
        String sent = Pipeline.await(
                        Topics.SCRIPT_REQUESTED, found -> found.value().contains(project))
                .value();
        ReelsEvent event = new EventCodec(ReelsJson.mapper()).decode(Topics.SCRIPT_REQUESTED, sent);
        return (StageRequested) event;
    }

    private static ScriptGenerated written(StageRequested request, String title, String content) {
        return written(request, new Script(request.runId(), title, content));
    }

    private static ScriptGenerated written(StageRequested request, Script script) {
        return written(request, script, List.of());
    }

    private static ScriptGenerated written(StageRequested request, Script script, List<Script> variants) {
        return new ScriptGenerated(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.attempt(),
                script,
                variants,
                "local",
                "test",
                BigDecimal.ZERO,
                Instant.now());
    }
}
