package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static pro.reelsai.gateway.Patience.eventually;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

/** Ads in several shapes. */
@GatewayTest
class ShapesTest {
    @Inject
    ObjectStorage storage;

    private Caller caller;
    private String project;

    @BeforeEach
    void chooseEverything() {
        caller = new Caller();
        project = caller.readyProject();
    }

    @Test
    void handsOutAnAdInEachOfItsShapesForOneCredit() {
        // Given
        ask("9:16", "1:1");

        // When
        RunCompleted completed = makeAd(AspectRatio.SQUARE);

        // Then
        eventually(() -> status().body("status", equalTo("completed"))
                .body("final_video_url", containsString("projects/" + project + "/final_video_w_captions.mp4")));
        status().body("videos.aspect_ratio", contains("9:16", "1:1")).body("videos.url", everyItem(notNullValue()));
        String square = video("1:1")
                .statusCode(307)
                .header("Location", containsString("final_video_w_captions_1x1.mp4"))
                .extract()
                .header("Location");
        assertThat(RestAssured.get(square).asString()).isEqualTo("ad");
        video("9:16").statusCode(307).header("Location", containsString("final_video_w_captions.mp4"));
        video("4:5").statusCode(409).body("detail", containsString("4:5"));
        video("3:2").statusCode(422).body("violations[0].field", equalTo("aspect_ratio"));
        assertThat(caller.credits()).isEqualTo(9);
        assertThat(completed.context().configuration().shapes())
                .containsExactly(AspectRatio.PORTRAIT, AspectRatio.SQUARE);
    }

    @Test
    void givesUpTheNamesOfShapesThatTheNewestAdHasNot() {
        // Given
        ask("9:16", "1:1");
        makeAd(AspectRatio.SQUARE);
        ObjectKey named = ObjectKeys.finalVideo(UUID.fromString(project), AspectRatio.SQUARE);
        eventually(() -> assertThat(isThere(named)).isTrue());
        eventually(() -> status().body("status", equalTo("completed")));

        // When
        ask("9:16");
        makeAd();

        // Then
        eventually(() -> assertThat(isThere(named)).isFalse());
        video("1:1").statusCode(409);
    }

    private void ask(String... shapes) {
        caller.json(Map.of(
                        "duration", 15,
                        "target_audience", "runners",
                        "cta", "Buy now",
                        "direction", "",
                        "aspect_ratios", List.of(shapes)))
                .post("/api/projects/{id}/video-configuration", project)
                .then()
                .statusCode(200);
    }

    private RunCompleted makeAd(AspectRatio... further) {
        StageRequested lipsync = Pipeline.next(start(), Artifact.SPEECH, "speech.mp3");
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "actor.mp4");
        StageRequested caption = Pipeline.next(editing, Artifact.COMPOSITE_VIDEO, "composite.mp4");
        RunCompleted completed = Pipeline.completedInShapes(caption, further);
        Pipeline.putFiles(storage, completed);
        Pipeline.say(completed);
        return completed;
    }

    private ValidatableResponse video(String shape) {
        return caller.request()
                .redirects()
                .follow(false)
                .queryParam("aspect_ratio", shape)
                .get("/api/projects/{id}/video", project)
                .then();
    }

    private boolean isThere(ObjectKey key) {
        return storage.info(key).await().atMost(Duration.ofSeconds(5)).isPresent();
    }

    private StageRequested start() {
        return Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
    }

    private ValidatableResponse status() {
        return caller.request().get("/api/projects/{id}/status", project).then().statusCode(200);
    }
}
