package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
