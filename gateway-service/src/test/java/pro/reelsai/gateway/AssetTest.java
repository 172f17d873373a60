package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@GatewayTest
class AssetTest {
    @Test
    void takesPicturesAndClipsAndHandsThemOutAgain() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        caller.upload(project, MediaFixtures.picture()).then().statusCode(200).body("asset_uploaded", equalTo(true));
        caller.upload(project, MediaFixtures.clip()).then().statusCode(200);
        caller.upload(project, MediaFixtures.matroska()).then().statusCode(200);

        // Then
        List<String> urls = caller.request()
                .get("/api/projects/{id}/assets", project)
                .then()
                .statusCode(200)
                .body("type", contains("image", "video", "video"))
                .extract()
                .path("url");
        assertThat(RestAssured.get(urls.getFirst()).asByteArray())
                .isEqualTo(Files.readAllBytes(MediaFixtures.picture()));
        caller.request().get("/api/projects/{id}", project).then().body("assets", hasSize(3));
    }

    @Test
    void goesByTheBytesNotByTheName() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        var answer = caller.upload(project, MediaFixtures.renamed(MediaFixtures.picture(), "not-a-clip.mp4"));

        // Then
        answer.then().statusCode(200);
        caller.request().get("/api/projects/{id}/assets", project).then().body("type", contains("image"));
        String url = caller.request().get("/api/projects/{id}/assets", project).path("[0].url");
        assertThat(url.split("\\?")[0]).endsWith(".jpg");
    }

    @Test
    void takesAPictureOfTwentyMegapixels() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        var answer = caller.upload(project, MediaFixtures.hugePicture());

        // Then
        answer.then().statusCode(200);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("nothing.png", new byte[0], 400, "empty"),
                Arguments.of("text.mp4", "This is not a film.".repeat(50).getBytes(StandardCharsets.UTF_8), 415, "not"),
                Arguments.of(
                        "list.mp4",
                        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
                                .getBytes(StandardCharsets.UTF_8),
                        415,
                        "not"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesWhatIsNoPictureAndNoClip(String name, byte[] content, int status, String detail) {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        var answer = caller.upload(project, MediaFixtures.file(name, content));

        // Then
        answer.then().statusCode(status).contentType("application/problem+json").body("detail", containsString(detail));
        caller.request().get("/api/projects/{id}/assets", project).then().body("$", hasSize(0));
    }

    static Stream<Path> damagedFiles() {
        return Stream.of(
                MediaFixtures.truncated(MediaFixtures.clip()),
                MediaFixtures.truncated(MediaFixtures.matroska()),
                MediaFixtures.truncated(MediaFixtures.picture()),
                MediaFixtures.sound());
    }

    @ParameterizedTest
    @MethodSource("damagedFiles")
    void refusesDamagedFilesAndSound(Path file) {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        var answer = caller.upload(project, file);

        // Then
        answer.then().statusCode(415).contentType("application/problem+json");
    }

    @Test
    void asksForAFile() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();

        // When
        var answer = caller.request().multiPart("other", "x").post("/api/projects/{id}/assets", project);

        // Then
        answer.then().statusCode(422).body("violations[0].field", equalTo("file"));
    }

    @Test
    void leavesTheNameOfTheUploadOutOfTheBucket() {
        // Given
        Caller caller = new Caller();
        String project = caller.project();
        Path evil = MediaFixtures.renamed(MediaFixtures.picture(), "x';$(id)&..%2f.jpg");

        // When
        caller.upload(project, evil).then().statusCode(200);

        // Then
        caller.request()
                .get("/api/projects/{id}/assets", project)
                .then()
                .body("[0].url.split('\\\\?')[0]", endsWith(".jpg"))
                .body("[0].url", containsString("projects/" + project + "/assets/"));
    }
}
