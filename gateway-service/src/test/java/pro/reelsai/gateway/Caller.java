package pro.reelsai.gateway;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.JsonWebTokens;

/** A signed-in user, and the way through the API that every test walks to get where it begins. */
final class Caller {
    static final String MAYA = "a3d94b10-52e6-4f7c-8b20-000000000001";
    static final String SLT = "5f0c2a8e-7d1b-4c3a-9e61-000000000001";
    static final String TOP_BOTTOM = "c81e6f42-0b9d-4e15-a7f3-000000000001";
    static final String ACTOR_CUTOUT = "c81e6f42-0b9d-4e15-a7f3-000000000005";

    private final UUID id = UUID.randomUUID();
    private final String token = tokens().issue(id, AccessTokens.AUTHENTICATED, Duration.ofHours(1));

    static AccessTokens tokens() {
        String url = ConfigProvider.getConfig().getValue("SUPABASE_URL", String.class);
        return new AccessTokens(GatewayStack.SECRETS.jwtSecret(), url);
    }

    /** Somebody who runs the suite. */
    static RequestSpecification operator() {
        String token = tokens().issue(UUID.randomUUID(), "service_role", Duration.ofHours(1));
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    UUID id() {
        return id;
    }

    String token() {
        return token;
    }

    /** A token of this user, issued since another address was confirmed. */
    String tokenWith(String email) {
        Map<String, Object> claims = Map.of(
                "iss",
                ConfigProvider.getConfig().getValue("SUPABASE_URL", String.class) + "/auth/v1",
                "sub",
                id.toString(),
                "aud",
                AccessTokens.AUTHENTICATED,
                "role",
                AccessTokens.AUTHENTICATED,
                "email",
                email);
        return new JsonWebTokens(GatewayStack.SECRETS.jwtSecret(), Clock.systemUTC()).sign(claims, Duration.ofHours(1));
    }

    String authorization() {
        return "Bearer " + token;
    }

    RequestSpecification request() {
        // A fresh configuration: the shared one prints every answer that a waiting test did not want yet.
        return RestAssured.given().config(RestAssuredConfig.config()).header("Authorization", "Bearer " + token);
    }

    RequestSpecification json(Object body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    String product() {
        return product("Glow Bottle");
    }

    String product(String name) {
        return json(Map.of("name", name, "description", "A bottle that glows when it is time to drink"))
                .post("/api/products/create-product")
                .then()
                .statusCode(200)
                .extract()
                .path("product_id");
    }

    String project() {
        return json(Map.of("product_id", product()))
                .post("/api/projects/create-project")
                .then()
                .statusCode(200)
                .extract()
                .path("project_id");
    }

    String configuredProject() {
        String project = project();
        json(Map.of(
                        "duration", 15,
                        "target_audience", "people who forget to drink",
                        "cta", "Get yours today",
                        "direction", "cheerful"))
                .post("/api/projects/{id}/video-configuration", project)
                .then()
                .statusCode(200);
        return project;
    }

    String readyProject() {
        String project = configuredProject();
        json(Map.of("is_custom", true, "content", "Thirsty again? Glow Bottle reminds you to drink."))
                .put("/api/projects/{id}/scripts/finalize", project)
                .then()
                .statusCode(200);
        json(Map.of("actor_id", MAYA, "voice_id", SLT))
                .post("/api/projects/{id}/select-actor-voice", project)
                .then()
                .statusCode(200);
        json(Map.of("layout_id", TOP_BOTTOM))
                .post("/api/projects/{id}/select-layout", project)
                .then()
                .statusCode(200);
        Projects.addPicture(project);
        return project;
    }

    Response upload(String project, Path file) {
        return request().multiPart("file", file.toFile()).post("/api/projects/{id}/assets", project);
    }

    String startAd(String project) {
        return request()
                .post("/api/projects/{id}/generate-final-video", project)
                .then()
                .statusCode(200)
                .extract()
                .path("run_id");
    }

    /** Waits until a project is at a status. */
    ValidatableResponse await(String project, String status) {
        Patience.eventually(
                () -> request().get("/api/projects/{id}/status", project).then().body("status", equalTo(status)));
        return request().get("/api/projects/{id}/status", project).then();
    }

    int credits() {
        return request()
                .get("/api/users/get_credits")
                .then()
                .statusCode(200)
                .extract()
                .path("credits");
    }
}
