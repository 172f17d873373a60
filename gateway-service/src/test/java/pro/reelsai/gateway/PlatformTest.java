package pro.reelsai.gateway;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class PlatformTest {
    @Test
    void saysThatItIsAlive() {
        // Given nobody in particular

        // When
        var get = RestAssured.get("/health");
        var head = RestAssured.head("/health");

        // Then
        get.then().statusCode(200).body("message", equalTo("API is alive"));
        head.then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void answersProbes(String probe) {
        // Given nobody in particular

        // When
        var answer = RestAssured.get("/q/health/" + probe);

        // Then
        answer.then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void saysHowTheSuiteIs() {
        // Given an ad whose first stage nobody has taken up
        Caller caller = new Caller();
        caller.startAd(caller.readyProject());

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> RestAssured.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        matchesPattern("(?s).*reels_runs_open\\{[^}]*state=\"reserved\"[^}]*} [1-9].*"),
                        matchesPattern("(?s).*reels_queue_age_seconds\\{[^}]*stage=\"voice\"[^}]*} [0-9.E-]+\n.*"),
                        containsString("reels_outbox_waiting"),
                        containsString("reels_outbox_age_seconds"),
                        matchesPattern("(?s).*reels_credits_reserved(\\{[^}]*})? [1-9].*")));
    }

    @Test
    void isReadyWithoutTheBroker() {
        // Given nobody in particular

        // When
        var answer = RestAssured.get("/q/health/ready");

        // Then
        answer.then().body("checks.name.join(' ')", not(containsString("essaging")));
    }

    @Test
    void documentsItsRoutes() {
        // Given nobody in particular

        // When
        var document = RestAssured.get("/openapi.json");
        var page = RestAssured.get("/docs");

        // Then
        document.then()
                .statusCode(200)
                .body("paths", hasKey("/api/projects/{project_id}/generate-final-video"))
                .body("components.schemas.ProjectDTO.properties", hasKey("video_configuration"))
                .body("components.schemas.Voice.properties", hasKey("is_visible"));
        page.then().statusCode(200).contentType(containsString("html"));
    }
}
