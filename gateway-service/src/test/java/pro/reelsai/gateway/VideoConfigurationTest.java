package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project says its ad should be. */
@GatewayTest
class VideoConfigurationTest {
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
}
