package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class ProjectTest {
    @Test
    void showsANewProjectWithExactlyTheFieldsOfTheContract() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();

        // When
        Map<String, Object> project = caller.request()
                .get("/api/projects/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .path("$");

        // Then
        assertThat(project)
                .containsOnlyKeys(
                        "id",
                        "user_id",
                        "product_id",
                        "status",
                        "video_configuration",
                        "final_script",
                        "created_at",
                        "updated_at",
                        "final_video_url",
                        "actor_id",
                        "voice_id",
                        "video_layout_id",
                        "assets",
                        "final_video_duration")
                .containsEntry("status", "created")
                .containsEntry("video_configuration", null);
    }

    @Test
    void becomesADraftWithItsConfiguration() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();

        // When
        var answer = caller.json(Map.of(
                        "duration", 30,
                        "target_audience", "runners",
                        "cta", "Buy now",
                        "direction", ""))
                .post("/api/projects/{id}/video-configuration", id);

        // Then
        answer.then().statusCode(200).body("config_added", equalTo(true)).body("message", notNullValue());
        caller.request()
                .get("/api/projects/{id}", id)
                .then()
                .body("status", equalTo("draft"))
                .body("video_configuration.duration", equalTo(30))
                .body("video_configuration.target_audience", equalTo("runners"))
                .body("video_configuration.aspect_ratio", equalTo("9:16"))
                .body("video_configuration.language", equalTo("en"));
    }

    @ParameterizedTest
    @CsvSource({"duration, 20", "aspect_ratio, 2:1", "language, xx", "language, !", "caption_style, A B", "cta, ''"})
    void refusesAConfigurationItCannotMake(String field, String value) {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        Map<String, Object> body = new HashMap<>(
                Map.of("duration", 30, "target_audience", "runners", "cta", "Buy now", "direction", "calm"));
        body.put(field, field.equals("duration") ? Integer.valueOf(value) : value);

        // When
        var answer = caller.json(body).post("/api/projects/{id}/video-configuration", id);

        // Then
        answer.then().statusCode(422).body("violations.field", contains(field));
        caller.request().get("/api/projects/{id}", id).then().body("status", equalTo("created"));
    }

    @Test
    void takesActorVoiceAndLayoutThatAreOnOffer() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        String actor = caller.request().get("/api/actors-and-voices").path("actors[0].id");
        String voice = caller.request().get("/api/actors-and-voices").path("actors[0].default_voice_id");
        String layout = caller.request().get("/api/video-layouts").path("layouts[0].id");

        // When
        caller.json(Map.of("actor_id", actor, "voice_id", voice))
                .post("/api/projects/{id}/select-actor-voice", id)
                .then()
                .statusCode(200)
                .body("selection_successful", equalTo(true));
        caller.json(Map.of("layout_id", layout))
                .post("/api/projects/{id}/select-layout", id)
                .then()
                .statusCode(200)
                .body("layout_selected", equalTo(true));

        // Then
        caller.request()
                .get("/api/projects/{id}", id)
                .then()
                .body("actor_id", equalTo(actor))
                .body("voice_id", equalTo(voice))
                .body("video_layout_id", equalTo(layout));
    }

    @Test
    void offersTheLocalActorsVoicesAndLayout() {
        // Given
        Caller caller = new Caller();

        // When
        var offer = caller.request().get("/api/actors-and-voices").then();

        // Then
        offer.statusCode(200)
                .body("actors.name", contains("Maya", "Leo"))
                .body("actors.gender", contains("female", "male"))
                .body("actors.is_visible", contains(true, true))
                .body("voices.voice_identifier", containsInAnyOrder("slt", "rms"))
                .body("voices[0].provider", equalTo("local"))
                .body("voices[0].sample_audio_url", nullValue());
        caller.request().get("/api/video-layouts").then().body("layouts", hasSize(1));
    }

    @Test
    void knowsNoActorVoiceOrLayoutThatIsNotOnOffer() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        String unknown = UUID.randomUUID().toString();

        // When
        var cast = caller.json(Map.of("actor_id", unknown, "voice_id", Caller.SLT))
                .post("/api/projects/{id}/select-actor-voice", id);
        var layout = caller.json(Map.of("layout_id", unknown)).post("/api/projects/{id}/select-layout", id);

        // Then
        cast.then().statusCode(404).body("detail", containsString("actor"));
        layout.then().statusCode(404).body("detail", containsString("layout"));
    }

    @Test
    void reportsAProjectThatWasNeverStarted() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();

        // When
        var answer = caller.request().get("/api/projects/{id}/status", id);

        // Then
        answer.then()
                .statusCode(200)
                .body("status", equalTo("created"))
                .body("percent", equalTo(0))
                .body("run_id", nullValue())
                .body("stages", hasSize(0));
        caller.request().get("/api/projects/{id}/video", id).then().statusCode(409);
    }

    @Test
    void listsTheNewestFirst() {
        // Given
        Caller caller = new Caller();
        String first = caller.project();
        String second = caller.configuredProject();

        // When
        var answer = caller.request().get("/api/projects");

        // Then
        answer.then().statusCode(200).body("id", contains(second, first)).body("status", contains("draft", "created"));
    }
}
