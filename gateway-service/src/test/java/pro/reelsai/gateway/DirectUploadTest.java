package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.storage.ObjectStorage;

@GatewayTest
class DirectUploadTest {
    private final Caller caller = new Caller();

    @Inject
    ObjectStorage storage;

    @Inject
    Pool database;

    @Test
    void makesAnAssetOfAFileThatWentStraightToTheBucket() {
        // Given
        String project = caller.project();
        Response address = ask(project, MediaFixtures.clip(), "video/mp4");
        send(address, MediaFixtures.clip()).then().statusCode(200);

        // When
        Response first = complete(project, address);
        Response second = complete(project, address);

        // Then
        first.then().statusCode(200).body("asset_uploaded", equalTo(true));
        assertThat(second.<Map<String, Object>>path("$")).isEqualTo(first.path("$"));
        String id = first.path("asset_id");
        Response assets = caller.request().get("/api/projects/{id}/assets", project);
        assets.then()
                .body("$", hasSize(1))
                .body("[0].id", equalTo(id))
                .body("[0].type", equalTo("video"))
                .body("[0].description", equalTo("A clip"))
                .body("[0].url", containsString("projects/" + project + "/assets/" + id + ".mp4"));
        assertThat(RestAssured.get(URI.create(assets.path("[0].url"))).asByteArray())
                .isEqualTo(MediaFixtures.bytes(MediaFixtures.clip()));
        await().untilAsserted(() -> assertThat(isThere(address.path("key"))).isFalse());
    }

    @Test
    void tellsAllThatAnUploadNeeds() {
        // Given
        String project = caller.project();

        // When
        Response address = ask(project, MediaFixtures.picture(), "image/jpeg");

        // Then
        address.then()
                .statusCode(200)
                .body("key", startsWith("quarantine/" + caller.id() + "/"))
                .body("upload_url", containsString("token="))
                .body("method", equalTo("PUT"))
                .body("headers", equalTo(Map.of("Content-Type", "image/jpeg")));
        assertThat(address.<Map<String, Object>>path("$"))
                .containsOnlyKeys("upload_id", "key", "upload_url", "token", "method", "headers", "expires_at");
        assertThat(Instant.parse(address.path("expires_at"))).isAfter(Instant.now());
    }

    @Test
    void makesOneAssetHoweverOftenItIsCompletedAtOnce() {
        // Given
        String project = caller.project();
        Response address = ask(project, MediaFixtures.picture(), "image/jpeg");
        send(address, MediaFixtures.picture());

        // When
        List<CompletableFuture<Response>> completions = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> complete(project, address)))
                .limit(3)
                .toList();

        // Then
        assertThat(completions.stream()
                        .map(completion -> completion.join().<String>path("asset_id"))
                        .distinct())
                .hasSize(1)
                .doesNotContainNull();
        caller.request().get("/api/projects/{id}/assets", project).then().body("$", hasSize(1));
    }

    /** A look at a clip of this size may take longer than the caller, or the edge, has patience for. */
    @Test
    @Tag("all")
    void makesOneAssetOfAVeryLargeClipAlthoughItsCallerGaveUpWaiting() throws Exception {
        // Given
        String project = caller.project();
        Path clip = MediaFixtures.padded(MediaFixtures.clip(), 195 * 1024 * 1024);
        Response address = ask(project, clip, "video/mp4");
        send(address, clip).then().statusCode(200);

        // When
        giveUpCompleting(project, address);
        Response again = complete(project, address);
        Response third = complete(project, address);

        // Then
        again.then().statusCode(200);
        assertThat(third.<String>path("asset_id")).isEqualTo(again.path("asset_id"));
        caller.request().get("/api/projects/{id}/assets", project).then().body("$", hasSize(1));
    }

    @Test
    void waitsForTheFile() {
        // Given
        String project = caller.project();
        Response address = ask(project, MediaFixtures.picture(), "image/jpeg");

        // When
        Response answer = complete(project, address);

        // Then
        answer.then().statusCode(409).body("detail", containsString("not arrived"));
    }

    @Test
    void knowsNoUploadOfSomebodyElseOrOfAnotherProject() {
        // Given
        String project = caller.project();
        Response address = ask(project, MediaFixtures.picture(), "image/jpeg");
        send(address, MediaFixtures.picture());
        Caller stranger = new Caller();

        // When
        Response theirs = stranger.json(Map.of("upload_id", address.path("upload_id")))
                .post("/api/projects/{id}/assets/complete", stranger.project());
        Response otherProject = complete(caller.project(), address);

        // Then
        theirs.then().statusCode(404);
        otherProject.then().statusCode(404);
    }

    @Test
    void looksAtTheBytesBeforeTheyBecomeAnAsset() {
        // Given
        String project = caller.project();
        Path text =
                MediaFixtures.file("no-film.mp4", "This is no film.".repeat(99).getBytes(StandardCharsets.UTF_8));
        Response address = ask(project, text, "video/mp4");
        send(address, text).then().statusCode(200);

        // When
        Response answer = complete(project, address);

        // Then
        answer.then().statusCode(415).contentType("application/problem+json");
        caller.request().get("/api/projects/{id}/assets", project).then().body("$", hasSize(0));
    }

    @Test
    void refusesAFileOfAnotherSizeThanAnnounced() {
        // Given
        String project = caller.project();
        Response address = ask(project, 1000, "image/jpeg");
        send(address, MediaFixtures.picture()).then().statusCode(200);

        // When
        Response answer = complete(project, address);

        // Then
        answer.then().statusCode(422).body("violations[0].field", equalTo("upload_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, 20971521, 413",
        "video/mp4, 209715201, 413",
        "video/mp4, 0, 422",
        "application/pdf, 1000, 415",
        "text/html, 1000, 415"
    })
    void permitsOnlyWhatCanBecomeAnAsset(String type, long bytes, int status) {
        // Given
        String project = caller.project();

        // When
        Response answer = ask(project, bytes, type);

        // Then
        answer.then().statusCode(status).contentType("application/problem+json");
    }

    @Test
    void sweepsWhatNobodyCompletes() {
        // Given
        String project = caller.project();
        Response address = ask(project, MediaFixtures.picture(), "image/jpeg");
        send(address, MediaFixtures.picture()).then().statusCode(200);
        String key = address.path("key");
        assertThat(isThere(key)).isTrue();

        // When
        int due = database.preparedQuery(
                        "update object_removals set due_at = now() where object_key = $1 and due_at > $2")
                .execute(Tuple.of(key, Instant.parse(address.path("expires_at")).atOffset(java.time.ZoneOffset.UTC)))
                .await()
                .atMost(Duration.ofSeconds(5))
                .rowCount();

        // Then
        assertThat(due).isOne();
        await().untilAsserted(() -> assertThat(isThere(key)).isFalse());
        complete(project, address).then().statusCode(409);
    }

    private Response ask(String project, Path file, String type) {
        return ask(project, MediaFixtures.bytes(file).length, type);
    }

    private Response ask(String project, long bytes, String type) {
        return caller.json(Map.of(
                        "content_type", type, "bytes", bytes, "file_name", "../../x.mp4", "description", "A clip"))
                .post("/api/projects/{id}/assets/upload-url", project);
    }

    /** As a browser does: without any key of ours. */
    private static Response send(Response address, Path file) {
        return RestAssured.given()
                .headers(address.<Map<String, String>>path("headers"))
                .body(file.toFile())
                .put(URI.create(address.path("upload_url")));
    }

    private Response complete(String project, Response address) {
        return caller.json(Map.of("upload_id", address.path("upload_id")))
                .post("/api/projects/{id}/assets/complete", project);
    }

    /** Asks, and hangs up before the answer can be there. */
    private void giveUpCompleting(String project, Response address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/api/projects/" + project + "/assets/complete"))
                .header("Authorization", caller.authorization())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMillis(200))
                .POST(HttpRequest.BodyPublishers.ofString("{\"upload_id\": \"" + address.path("upload_id") + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    private boolean isThere(String key) {
        return storage.info(new ObjectKey(key))
                .await()
                .atMost(Duration.ofSeconds(5))
                .isPresent();
    }
}
