package pro.reelsai.gateway;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ProblemTest {
    private final Caller caller = new Caller();

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/nowhere", "/api/projects/a/b/c", "/api/products"})
    void answersAProblemWhereThereIsNothing(String path) {
        // Given a signed-in caller

        // When
        Response answer = caller.request().get(path);

        // Then
        isProblem(answer).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /api/projects                                                       | GET, HEAD",
                "PATCH  | /api/products/c06fcd54-9c3c-4f5b-8a1e-2f6d1b7a9e11                  | DELETE, GET, HEAD, PUT",
                "GET    | /api/projects/c06fcd54-9c3c-4f5b-8a1e-2f6d1b7a9e11/scripts/finalize | PUT",
                "PUT    | /api/projects/c06fcd54-9c3c-4f5b-8a1e-2f6d1b7a9e11/assets           | GET, HEAD, POST",
                "GET    | /webhook/replicate                                                  | POST",
            })
    void saysWhichMethodsAnAddressTakes(Method method, String path, String allowed) {
        // Given a signed-in caller

        // When
        Response answer = caller.request().request(method, path);

        // Then
        isProblem(answer).statusCode(405).header("Allow", equalTo(allowed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":            | not JSON",
                "[1]                   | JSON object",
                "\"text\"              | JSON object",
                "{\"name\": {\"a\":1}} | name",
            })
    void saysWhatIsWrongWithABody(String body, String detail) {
        // Given a signed-in caller

        // When
        Response answer = caller.json(body).post("/api/products/create-product");

        // Then
        isProblem(answer)
                .statusCode(400)
                .body("detail", containsString(detail))
                .body("detail", not(containsString("pro.reelsai")));
    }

    @Test
    void asksForABody() {
        // Given a signed-in caller

        // When
        Response answer = caller.request().contentType("application/json").post("/api/products/create-product");

        // Then
        isProblem(answer).statusCode(org.hamcrest.Matchers.oneOf(400, 422));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.5", "\"long\"", "true", "99999999999"})
    void wantsAWholeNumberOfSeconds(String duration) {
        // Given
        String project = caller.project();
        String body = """
                {"duration": %s, "target_audience": "a", "cta": "b", "direction": "c"}""".formatted(duration);

        // When
        Response answer = caller.json(body).post("/api/projects/{id}/video-configuration", project);

        // Then
        isProblem(answer).statusCode(400).body("detail", containsString("duration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1-2-3-4-5", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"})
    void refusesIdsThatAreNone(String id) {
        // Given a signed-in caller

        // When
        Response answer = caller.request().get("/api/projects/{id}", id);

        // Then
        isProblem(answer).statusCode(400).body("detail", containsString("id"));
    }

    @Test
    void refusesIdsInBodiesThatAreNone() {
        // Given a signed-in caller

        // When
        Response answer = caller.json(Map.of("product_id", "seven")).post("/api/projects/create-project");

        // Then
        isProblem(answer).statusCode(400).body("detail", containsString("product_id"));
    }

    @Test
    void saysThatAnIdIsUnknown() {
        // Given a signed-in caller

        // When
        Response answer = caller.request().get("/api/projects/{id}", UUID.randomUUID());

        // Then
        isProblem(answer).statusCode(404).body("detail", equalTo("There is no such project"));
    }

    @Test
    void refusesOtherMediaTypes() {
        // Given a signed-in caller

        // When
        Response answer =
                caller.request().contentType("text/plain").body("hello").post("/api/products/create-product");

        // Then
        isProblem(answer).statusCode(415);
    }

    @Test
    void answersJsonWhateverACallerWouldRatherHave() {
        // Given a signed-in caller

        // When
        Response answer = caller.request().accept("text/html").get("/api/projects");

        // Then
        isProblem(answer).statusCode(406);
    }

    @Test
    void refusesALargeBodyBeforeReadingIt() {
        // Given a signed-in caller

        // When
        Response answer = caller.json(Map.of("name", "n", "description", "d".repeat(400_000)))
                .post("/api/products/create-product");

        // Then
        isProblem(answer).statusCode(413);
    }

    @Test
    void tellsWhoeverHasNoTokenWhatToSend() {
        // Given nobody

        // When
        Response answer = RestAssured.get("/api/projects");

        // Then
        isProblem(answer).statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void callsARowThatCannotBeReadAFaultAndNotADatabaseThatIsAway() {
        // Given a project whose configuration somebody has spoilt
        String project = caller.project();
        Books.rows(
                "update projects set video_configuration = '[]' where id = $1 returning id::text",
                UUID.fromString(project));

        // When
        Response answer = caller.request().get("/api/projects/{id}", project);

        // Then
        isProblem(answer).statusCode(500).body("detail", containsString("quote"));
    }

    private static ValidatableResponse isProblem(Response answer) {
        return answer.then()
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", notNullValue())
                .body("status", equalTo(answer.statusCode()))
                .body("detail", notNullValue())
                .body("instance", matchesRegex("/.*"));
    }
}
