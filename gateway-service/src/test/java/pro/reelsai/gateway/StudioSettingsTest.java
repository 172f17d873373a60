package pro.reelsai.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;

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

    @Test
    void leavesNoFailureToBeShownByItsCode() throws IOException {
        String meanings = Files.readString(Path.of("src/main/webui/src/ui/failures.ts"));

        assertThat(FailureCode.values()).allSatisfy(code -> assertThat(meanings).contains("\n  " + code + ": '"));
    }
}
