package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class ProjectTest {
    @Inject
    Pool database;

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
    @CsvSource({
        "duration, 20, '15, 30, 45, 60'",
        "aspect_ratio, 2:1, '9:16, 1:1, 16:9, 4:5'",
        "language, xx, en",
        "language, !, BCP 47",
        "caption_style, A B, 'bold-pop, karaoke, boxed, clean, typewriter'",
        "music, techno, 'none, sunrise, pulse, drift'",
        "hooks, 3, 1",
        "cta, '', blank"
    })
    void refusesAConfigurationItCannotMakeAndSaysWhatItCan(String field, String value, String possible) {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        Map<String, Object> body = new HashMap<>(
                Map.of("duration", 30, "target_audience", "runners", "cta", "Buy now", "direction", "calm"));
        body.put(field, field.equals("duration") || field.equals("hooks") ? Integer.valueOf(value) : value);

        // When
        var answer = caller.json(body).post("/api/projects/{id}/video-configuration", id);

        // Then
        answer.then()
                .statusCode(422)
                .body("violations.field", contains(field))
                .body("violations[0].message", containsString(possible));
        caller.request().get("/api/projects/{id}", id).then().body("status", equalTo("created"));
    }

    @Test
    void refusesShapesItCannotMakeAndNamesAllThatIsWrongAtOnce() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();

        // When
        var answer = caller.json(Map.of(
                        "duration", 16,
                        "target_audience", "runners",
                        "cta", "Buy now",
                        "direction", "",
                        "aspect_ratios", List.of("9:16", "2:1"),
                        "music", "loud"))
                .post("/api/projects/{id}/video-configuration", id);

        // Then
        answer.then().statusCode(422).body("violations.field", contains("duration", "aspect_ratios", "music"));
    }

    @ParameterizedTest
    @CsvSource({
        "'1:1,9:16', , '1:1,9:16'",
        "'9:16,1:1,16:9,4:5', 4:5, '4:5,9:16,1:1,16:9'",
        "'4:5', , '4:5'",
        ", 16:9, '16:9'",
        ", , '9:16'"
    })
    void makesAnAdInAllTheShapesThatAreNamedAndShowsTheOneNamedAloneFirst(String several, String one, String shown) {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        Map<String, Object> body = new HashMap<>(
                Map.of("duration", 30, "target_audience", "runners", "cta", "Buy now", "direction", "calm"));
        body.put("aspect_ratios", several == null ? null : List.of(several.split(",")));
        body.put("aspect_ratio", one);

        // When
        var answer = caller.json(body).post("/api/projects/{id}/video-configuration", id);

        // Then
        answer.then().statusCode(200);
        List<String> shapes = List.of(shown.split(","));
        caller.request()
                .get("/api/projects/{id}", id)
                .then()
                .body("video_configuration.aspect_ratios", equalTo(shapes))
                .body("video_configuration.aspect_ratio", equalTo(shapes.getFirst()));
    }

    @ParameterizedTest
    @CsvSource({"'9:16,9:16', , once", "'9:16,1:1', 4:5, hold the aspect_ratio", "'9:16,3:2', , 'one of 9:16, 1:1'"})
    void refusesShapesThatContradictOneAnother(String several, String one, String why) {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        Map<String, Object> body = new HashMap<>(
                Map.of("duration", 30, "target_audience", "runners", "cta", "Buy now", "direction", "calm"));
        body.put("aspect_ratios", List.of(several.split(",")));
        body.put("aspect_ratio", one);

        // When
        var answer = caller.json(body).post("/api/projects/{id}/video-configuration", id);

        // Then
        answer.then()
                .statusCode(422)
                .body("violations.field", contains("aspect_ratios"))
                .body("violations[0].message", containsString(why));
    }

    @Test
    void showsAConfigurationWithEveryField() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        Map<String, Object> body = Map.of(
                "duration", 45,
                "target_audience", " runners ",
                "cta", "Buy now",
                "direction", "calm",
                "aspect_ratio", "9:16",
                "aspect_ratios", List.of("9:16"),
                "caption_style", "calm",
                "language", "en-GB",
                "music", "drift",
                "hooks", 1);

        // When
        caller.json(body)
                .post("/api/projects/{id}/video-configuration", id)
                .then()
                .statusCode(200);

        // Then
        Map<String, Object> shown =
                caller.request().get("/api/projects/{id}", id).path("video_configuration");
        Map<String, Object> expected = new HashMap<>(body);
        expected.put("target_audience", "runners");
        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void showsAReadyProjectFieldByField() {
        // Given
        Caller caller = new Caller();
        String id = caller.readyProject();

        // When
        Map<String, Object> project =
                caller.request().get("/api/projects/{id}", id).path("$");

        // Then
        assertThat(project)
                .containsEntry("id", id)
                .containsEntry("user_id", caller.id().toString())
                .containsEntry("status", "draft")
                .containsEntry("final_script", "Thirsty again? Glow Bottle reminds you to drink.")
                .containsEntry("final_video_url", null)
                .containsEntry("final_video_duration", null)
                .containsEntry("actor_id", Caller.MAYA)
                .containsEntry("voice_id", Caller.SLT)
                .containsEntry("video_layout_id", Caller.TOP_BOTTOM);
        List<Map<String, Object>> assets =
                caller.request().get("/api/projects/{id}", id).path("assets");
        assertThat(assets).singleElement().satisfies(asset -> assertThat(asset)
                .containsOnlyKeys("id", "type", "url", "description")
                .containsEntry("type", "image")
                .containsEntry("description", null));
        assertThat(caller.request().get("/api/projects").<List<Map<String, Object>>>path("$"))
                .singleElement()
                .satisfies(listed -> assertThat(listed.keySet()).isEqualTo(project.keySet()));
    }

    @Test
    void showsActorsVoicesAndLayoutsFieldByField() {
        // Given
        Caller caller = new Caller();

        // When
        var cast = caller.request().get("/api/actors-and-voices");
        var layouts = caller.request().get("/api/video-layouts");

        // Then
        assertThat(cast.<Map<String, Object>>path("$")).containsOnlyKeys("actors", "voices");
        assertThat(cast.<Map<String, Object>>path("actors[0]"))
                .containsOnlyKeys(
                        "id",
                        "name",
                        "gender",
                        "full_video_link",
                        "thumbnail_image_url",
                        "default_voice_id",
                        "is_visible")
                .containsEntry("full_video_link", null);
        assertThat(cast.<Map<String, Object>>path("voices[0]"))
                .containsOnlyKeys(
                        "id", "name", "gender", "provider", "voice_identifier", "sample_audio_url", "is_visible")
                .containsEntry("sample_audio_url", null);
        assertThat(layouts.<Map<String, Object>>path("$")).containsOnlyKeys("layouts");
        assertThat(layouts.<Map<String, Object>>path("layouts[0]"))
                .containsOnlyKeys("id", "name", "description", "thumbnail_url")
                .containsEntry("thumbnail_url", null);
    }

    @Test
    void offersNothingThatIsHidden() {
        // Given
        Caller caller = new Caller();
        String id = caller.project();
        String hidden = UUID.randomUUID().toString();
        for (String insert : List.of(
                "insert into voices (id, name, gender, provider, voice_identifier, is_visible, position)"
                        + " values ($1, 'Hidden', 'male', 'LOCAL', 'hidden', false, 9) on conflict do nothing",
                "insert into actors (id, name, gender, provider, identifier, default_voice_id, is_visible, position)"
                        + " values ($1, 'Hidden', 'male', 'LOCAL', 'hidden', $1, false, 9) on conflict do nothing",
                "insert into video_layouts (id, name, description, type, is_visible, position)"
                        + " values ($1, 'Hidden', 'Hidden', 'ACTOR_CUTOUT', false, 9) on conflict do nothing")) {
            database.preparedQuery(insert)
                    .execute(Tuple.of(UUID.fromString(hidden)))
                    .await()
                    .atMost(Duration.ofSeconds(5));
        }

        // When
        var actor = caller.json(Map.of("actor_id", hidden, "voice_id", Caller.SLT))
                .post("/api/projects/{id}/select-actor-voice", id);
        var voice = caller.json(Map.of("actor_id", Caller.MAYA, "voice_id", hidden))
                .post("/api/projects/{id}/select-actor-voice", id);
        var layout = caller.json(Map.of("layout_id", hidden)).post("/api/projects/{id}/select-layout", id);

        // Then
        actor.then().statusCode(404).body("detail", containsString("actor"));
        voice.then().statusCode(404).body("detail", containsString("voice"));
        layout.then().statusCode(404).body("detail", containsString("layout"));
        caller.request().get("/api/actors-and-voices").then().body("actors.id", not(hasItem(hidden)));
        caller.request().get("/api/video-layouts").then().body("layouts.id", not(hasItem(hidden)));
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
                .body("actors.name", contains("Maya", "Leo", "Amara", "Henry", "Mei"))
                .body("actors.gender", contains("female", "male", "female", "male", "female"))
                .body("actors.is_visible", everyItem(equalTo(true)))
                .body("voices.voice_identifier", containsInAnyOrder("slt", "rms"))
                .body("voices[0].provider", equalTo("local"))
                .body("voices[0].sample_audio_url", nullValue());
        caller.request()
                .get("/api/video-layouts")
                .then()
                .body(
                        "layouts.name",
                        contains("Top and bottom", "Avatar bubble", "Full actor", "Side by side", "Actor cut-out"));
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
