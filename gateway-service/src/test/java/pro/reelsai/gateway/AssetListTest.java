package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.storage.ObjectStorage;

@GatewayTest
class AssetListTest {
    private final Caller caller = new Caller();

    @Inject
    ObjectStorage storage;

    @Inject
    Pool database;

    @Test
    void removesAnAssetAndItsFile() {
        // Given
        String project = caller.project();
        String kept = upload(project);
        String removed = upload(project);
        ObjectKey key = new ObjectKey("projects/" + project + "/assets/" + removed + ".jpg");
        assertThat(isThere(key)).isTrue();

        // When
        Response answer = remove(project, removed);

        // Then
        answer.then().statusCode(204);
        list(project).then().body("id", contains(kept));
        remove(project, removed).then().statusCode(404);
        await().untilAsserted(() -> assertThat(isThere(key)).isFalse());
    }

    @Test
    void putsAssetsIntoAnotherOrder() {
        // Given
        String project = caller.project();
        String first = upload(project);
        String second = upload(project);
        String third = upload(project);

        // When
        Response answer = reorder(project, List.of(third, first, second));

        // Then
        answer.then().statusCode(200).body("id", contains(third, first, second));
        list(project).then().body("id", contains(third, first, second));
        String fourth = upload(project);
        list(project).then().body("id", contains(third, first, second, fourth));
    }

    @Test
    void namesWhatIsWrongWithAnOrder() {
        // Given
        String project = caller.project();
        String first = upload(project);
        String second = upload(project);
        String unknown = UUID.randomUUID().toString();

        // When
        Response incomplete = reorder(project, List.of(first));
        Response foreign = reorder(project, List.of(first, second, unknown));
        Response twice = reorder(project, List.of(first, second, first));
        Response none = caller.json(Map.of()).put("/api/projects/{id}/assets/order", project);

        // Then
        incomplete
                .then()
                .statusCode(422)
                .body("violations[0].message", allOf(containsString("without"), containsString(second)));
        foreign.then().statusCode(422).body("violations[0].message", containsString(unknown));
        twice.then().statusCode(422).body("violations[0].message", containsString("twice"));
        none.then().statusCode(422).body("violations[0].field", equalTo("asset_ids"));
        list(project).then().body("id", contains(first, second));
    }

    @Test
    void keepsEverythingAsItIsWhileAnAdIsMadeOfIt() {
        // Given
        String project = caller.readyProject();
        String asset = list(project).path("[0].id");
        String script =
                caller.request().get("/api/projects/{id}/scripts", project).path("[0][0].id");
        caller.startAd(project);

        // When
        List<Response> answers = List.of(
                remove(project, asset),
                reorder(project, List.of(asset)),
                caller.upload(project, MediaFixtures.picture()),
                caller.json(Map.of("content_type", "image/png", "bytes", 1000))
                        .post("/api/projects/{id}/assets/upload-url", project),
                caller.json(Map.of("actor_id", Caller.MAYA, "voice_id", Caller.SLT))
                        .post("/api/projects/{id}/select-actor-voice", project),
                caller.json(Map.of("layout_id", Caller.TOP_BOTTOM)).post("/api/projects/{id}/select-layout", project),
                caller.json(Map.of("duration", 15, "target_audience", "a", "cta", "b", "direction", "c"))
                        .post("/api/projects/{id}/video-configuration", project),
                caller.json(Map.of("script_id", script)).put("/api/projects/{id}/scripts/finalize", project),
                caller.request().post("/api/projects/{id}/generate-final-video", project));

        // Then
        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(409).contentType("application/problem+json"));
        list(project).then().body("id", contains(asset));
    }

    @Test
    void takesTwentyAssetsHoweverManyComeAtOnce() {
        // Given
        String project = caller.project();
        upload(project);
        database.preparedQuery("""
                insert into assets (id, project_id, type, object_key, sha256, bytes, content_type, width, height,
                    duration_seconds, position, created_at)
                select gen_random_uuid(), project_id, type, object_key || n, sha256, bytes, content_type, width, height,
                    duration_seconds, n, created_at
                from assets, generate_series(1, 17) n where project_id = $1""")
                .execute(Tuple.of(UUID.fromString(project)))
                .await()
                .atMost(Duration.ofSeconds(5));

        // When
        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> caller.upload(project, MediaFixtures.picture()).statusCode()))
                .limit(5)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 200, 409, 409, 409);
        list(project).then().body("$", hasSize(20));
    }

    @Test
    void leavesNoRowWhereTheBucketRefusesAFile() throws Exception {
        // Given
        String project = caller.project();
        allowMimeTypes("[\"text/plain\"]");

        // When
        Response refused = caller.upload(project, MediaFixtures.picture());
        allowMimeTypes("null");
        Response taken = caller.upload(project, MediaFixtures.picture());

        // Then
        refused.then().statusCode(500).contentType("application/problem+json");
        taken.then().statusCode(200);
        list(project).then().body("id", contains(taken.<String>path("asset_id")));
        await().untilAsserted(() -> assertThat(announced(project)).isZero());
        assertThat(isThere(new ObjectKey("projects/" + project + "/assets/" + taken.path("asset_id") + ".jpg")))
                .isTrue();
    }

    @Test
    void measuresAPhonePictureAsItIsShown() {
        // Given
        String project = caller.project();

        // When
        String id = caller.upload(project, MediaFixtures.phonePicture()).path("asset_id");

        // Then
        Row row = database.preparedQuery("select width, height from assets where id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next();
        assertThat(List.of(row.getInteger(0), row.getInteger(1))).containsExactly(480, 640);
    }

    @Test
    void saysWhyAClipIsNotTaken() {
        // Given
        String project = caller.project();

        // When
        Response tooLong = caller.upload(project, MediaFixtures.longClip());
        Response odd = caller.upload(project, MediaFixtures.oddClip());
        Response tiny = caller.upload(project, MediaFixtures.tinyPicture());

        // Then
        tooLong.then().statusCode(422).body("detail", containsString("0.5 to 180 seconds; this one has 200.0"));
        odd.then().statusCode(415).body("detail", allOf(containsString("mjpeg"), containsString("H.264")));
        tiny.then().statusCode(422).body("detail", containsString("64 pixels"));
    }

    private String upload(String project) {
        return caller.upload(project, MediaFixtures.picture())
                .then()
                .statusCode(200)
                .extract()
                .path("asset_id");
    }

    private Response list(String project) {
        return caller.request().get("/api/projects/{id}/assets", project);
    }

    private Response remove(String project, String asset) {
        return caller.request().delete("/api/projects/{id}/assets/{asset}", project, asset);
    }

    private Response reorder(String project, List<String> ids) {
        return caller.json(Map.of("asset_ids", ids)).put("/api/projects/{id}/assets/order", project);
    }

    private boolean isThere(ObjectKey key) {
        return storage.info(key).await().atMost(Duration.ofSeconds(5)).isPresent();
    }

    /** How many files of a project wait to be removed. */
    private long announced(String project) {
        return database.preparedQuery("select count(*) from object_removals where object_key like $1")
                .execute(Tuple.of("projects/" + project + "/%"))
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getLong(0);
    }

    private static void allowMimeTypes(String types) throws Exception {
        String url = ConfigProvider.getConfig().getValue("SUPABASE_URL", String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/storage/v1/bucket/reels"))
                .header("Authorization", "Bearer " + GatewayStack.SECRETS.serviceKey())
                .header("apikey", GatewayStack.SECRETS.serviceKey())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"allowed_mime_types\":" + types + "}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
