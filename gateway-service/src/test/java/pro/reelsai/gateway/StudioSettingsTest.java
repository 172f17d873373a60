package pro.reelsai.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;

/** What the gateway tells the studio. */
@GatewayTest
class StudioSettingsTest {
    @Test
    void tellsThePageWhereToSignIn() {
        given().when()
                .get("/studio.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .body("supabase_url", startsWith("http://127.0.0.1:"))
                .body("demo", equalTo(true));
    }

    @Test
    void tellsUsersWhatAConfigurationMayHold() {
        given().header("Authorization", "Bearer " + new Caller().token())
                .when()
                .get("/api/video-options")
                .then()
                .statusCode(200)
                .body("durations", hasItems(15, 30, 45, 60))
                .body("aspect_ratios[0]", equalTo("9:16"))
                .body("script_characters", equalTo(1500));
    }
}
