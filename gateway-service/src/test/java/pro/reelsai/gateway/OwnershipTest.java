package pro.reelsai.gateway;

import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class OwnershipTest {
    /** Made once: no test here may change it. */
    private static @Nullable String project;

    @BeforeEach
    void belongsToSomebodyElse() {
        project = project == null ? new Caller().readyProject() : project;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/projects/{id} |",
                "POST | /api/projects/{id}/video-configuration | {\"duration\":15,\"target_audience\":\"a\",\"cta\":\"b\",\"direction\":\"c\"}",
                "POST | /api/projects/{id}/select-actor-voice | {\"actor_id\":\"" + Caller.MAYA + "\",\"voice_id\":\""
                        + Caller.SLT + "\"}",
                "POST | /api/projects/{id}/select-layout | {\"layout_id\":\"" + Caller.TOP_BOTTOM + "\"}",
                "POST | /api/projects/{id}/generate-script |",
                "GET  | /api/projects/{id}/scripts |",
                "PUT  | /api/projects/{id}/scripts/update | {\"script_id\":\"" + Caller.SLT
                        + "\",\"content\":\"words\"}",
                "PUT  | /api/projects/{id}/scripts/finalize | {\"is_custom\":true,\"content\":\"words\"}",
                "POST | /api/projects/{id}/generate-final-video |",
                "GET  | /api/projects/{id}/status |",
                "GET  | /api/projects/{id}/events |",
                "GET  | /api/projects/{id}/runs |",
                "GET  | /api/projects/{id}/assets |",
                "PUT  | /api/projects/{id}/assets/order | {\"asset_ids\":[]}",
                "DELETE | /api/projects/{id}/assets/" + Caller.SLT + " |",
                "POST | /api/projects/{id}/assets/upload-url | {\"content_type\":\"image/png\",\"bytes\":1000}",
                "POST | /api/projects/{id}/assets/complete | {\"upload_id\":\"" + Caller.SLT + "\"}",
                "GET  | /api/projects/{id}/video |",
            })
    void hidesAnotherUsersProject(Method method, String path, String body) {
        // Given
        Caller stranger = new Caller();
        RequestSpecification request = body == null ? stranger.request() : stranger.json(body);

        // When
        var answer = request.request(method, path, project);

        // Then
        answer.then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void hidesAnotherUsersProjectFromUploads() {
        // Given
        Caller stranger = new Caller();

        // When
        var answer = stranger.upload(project, MediaFixtures.picture());

        // Then
        answer.then().statusCode(404);
    }

    @Test
    void hidesAnotherUsersProduct() {
        // Given
        String product = new Caller().product();
        Caller stranger = new Caller();

        // When
        var get = stranger.request().get("/api/products/{id}", product);
        var put = stranger.json(Map.of("name", "mine", "description", "now")).put("/api/products/{id}", product);
        var project = stranger.json(Map.of("product_id", product)).post("/api/projects/create-project");

        // Then
        get.then().statusCode(404);
        put.then().statusCode(404);
        project.then().statusCode(404);
    }

    @Test
    void listsOnlyWhatIsTheCallers() {
        // Given
        Caller stranger = new Caller();

        // When
        var projects = stranger.request().get("/api/projects");
        var products = stranger.request().get("/api/products/get-all-products");

        // Then
        projects.then().body("$", hasSize(0));
        products.then().body("$", hasSize(0));
    }
}
