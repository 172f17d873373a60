package pro.reelsai.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
@ExtendWith(Books.class)
class IdempotencyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Map<String, String> BOTTLE = Map.of("name", "Glow Bottle", "description", "It glows");

    private final Caller caller = new Caller();
    private final String key = UUID.randomUUID().toString();

    @Test
    void answersTheSameRequestWithTheSameAnswerAndDoesNothing() {
        // Given
        Response first = createProduct(key, BOTTLE);

        // When
        Response second = createProduct(key, BOTTLE);

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        caller.request().get("/api/products/get-all-products").then().body("$", hasSize(1));
    }

    @Test
    void takesOneCreditForOneAdThatIsAskedForTwice() {
        // Given
        String project = caller.readyProject();
        Response first = generate(key, project);

        // When
        Response second = generate("\"" + key + "\"", project);

        // Then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void makesOneProjectHoweverOftenItIsAskedForAtOnce() {
        // Given
        Map<String, String> body = Map.of("product_id", caller.product());

        // When
        List<Response> answers = AtOnce.all(
                Collections.nCopies(20, body),
                same -> caller.json(same).header("Idempotency-Key", key).post("/api/projects/create-project"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .extracting(answer -> answer.<String>path("project_id"))
                .hasSizeGreaterThan(0)
                .containsOnly(Books.rows("select id::text from projects where user_id = $1", caller.id())
                        .getFirst());
        caller.request().get("/api/projects").then().body("$", hasSize(1));
    }

    @Test
    void refusesTheSecondRequestWhileTheFirstIsUnderWay() {
        // Given
        String project = caller.readyProject();
        SqlConnection connection = Books.database().getConnection().await().atMost(PATIENCE);
        var transaction = connection.begin().await().atMost(PATIENCE);
        connection
                .preparedQuery("select 1 from projects where id = $1 for update")
                .execute(Tuple.of(UUID.fromString(project)))
                .await()
                .atMost(PATIENCE);
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> generate(key, project));
        await().atMost(10, SECONDS)
                .until(() -> !Books.rows("select 'held' from pg_locks where locktype = 'advisory' and granted")
                        .isEmpty());

        // When
        Response second = generate(key, project);

        // Then
        second.then().statusCode(409).body("detail", containsString("under way"));
        transaction.commit().await().atMost(PATIENCE);
        connection.close().await().atMost(PATIENCE);
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(generate(key, project).asString()).isEqualTo(first.join().asString());
        assertThat(caller.credits()).isEqualTo(9);
    }

    @Test
    void refusesAKeyThatNamedAnotherRequest() {
        // Given
        createProduct(key, BOTTLE);

        // When
        Response other = createProduct(key, Map.of("name", "Dark Bottle", "description", "It does not glow"));

        // Then
        other.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("Idempotency-Key"));
        caller.request().get("/api/products/get-all-products").then().body("$", hasSize(1));
    }

    @Test
    void letsAFailedRequestBeSentAgainUnderItsKey() {
        // Given
        String project = caller.configuredProject();
        generate(key, project).then().statusCode(409);

        // When
        Response again = generate(key, project);

        // Then
        again.then().statusCode(409).body("detail", containsString("missing"));
        assertThat(again.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void knowsAKeyPerUserAndPerAddressAlone() {
        // Given
        List<String> projects = Projects.copies(caller.readyProject(), 2);
        Caller stranger = new Caller();

        // When
        List<String> runs = projects.stream()
                .map(project -> generate(key, project).<String>path("run_id"))
                .toList();
        Response strangers =
                stranger.json(BOTTLE).header("Idempotency-Key", key).post("/api/products/create-product");

        // Then
        assertThat(runs).doesNotHaveDuplicates().hasSize(2);
        assertThat(strangers.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void forgetsAnAnswerAfterADay() {
        // Given
        createProduct(key, BOTTLE);
        Books.rows(
                "update idempotent_answers set created_at = now() - interval '25 hours' where key = $1 returning key",
                key);

        // When
        Response later = createProduct(key, BOTTLE);
        Response again = createProduct(key, BOTTLE);

        // Then
        assertThat(later.header("Idempotent-Replayed")).isNull();
        assertThat(again.asString()).isEqualTo(later.asString());
        caller.request().get("/api/products/get-all-products").then().body("$", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "a b", "\"a\"b\"", "\"tab\t\"", "schlüssel", "\"open", "a,b"})
    void refusesAMalformedKey(String malformed) {
        // Given
        Map<String, String> body = BOTTLE;

        // When
        Response answer = createProduct(malformed, body);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("detail", containsString("Key"));
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        // Given
        String longest = "k".repeat(255);

        // When
        Response fits = createProduct(longest, BOTTLE);
        Response tooLong = createProduct(longest + "k", BOTTLE);

        // Then
        fits.then().statusCode(200);
        tooLong.then().statusCode(400);
    }

    private Response createProduct(String name, Object body) {
        return caller.json(body).header("Idempotency-Key", name).post("/api/products/create-product");
    }

    private Response generate(String name, String project) {
        return caller.request()
                .header("Idempotency-Key", name)
                .post("/api/projects/{id}/generate-final-video", project);
    }
}
