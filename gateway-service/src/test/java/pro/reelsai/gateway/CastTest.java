package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Actors, voices and layouts: what is on offer, and choosing among it. */
@GatewayTest
class CastTest {
    @Inject
    Pool database;

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
}
