package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pro.reelsai.gateway.Caller.operator;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators give credits. */
@GatewayTest
@ExtendWith(Books.class)
class CreditGrantTest {
    private final Caller caller = new Caller();

    @Test
    void grantsCreditsOnceToAUserWhoWasNeverHere() {
        // Given
        Map<String, Object> grant = Map.of("amount", 5, "reason", "Sorry for the outage");
        String key = UUID.randomUUID().toString();

        // When
        Response first = grant(grant, key);
        Response again = grant(grant, key);

        // Then
        first.then()
                .statusCode(200)
                .body("credits", equalTo(15))
                .body("user_id", equalTo(caller.id().toString()));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(caller.credits()).isEqualTo(15);
        caller.request()
                .get("/api/users/credit-history")
                .then()
                .body("kind", contains("grant", "grant"))
                .body("reason[0]", equalTo("Sorry for the outage"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": 0, \"reason\": \"r\"}",
                "{\"amount\": -5, \"reason\": \"r\"}",
                "{\"amount\": 100001, \"reason\": \"r\"}",
                "{\"amount\": 5, \"reason\": \" \"}",
                "{\"amount\": 5}",
                "{\"reason\": \"r\"}",
            })
    void refusesAGrantThatCannotBe(String body) {
        // Given
        RequestSpecification operator = operator().contentType(ContentType.JSON).body(body);

        // When
        Response answer = operator.post("/api/admin/users/{id}/credits", caller.id());

        // Then
        answer.then().statusCode(422).body("violations", hasSize(1));
        assertThat(caller.credits()).isEqualTo(10);
    }

    private Response grant(Map<String, Object> grant, String key) {
        return operator()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(grant)
                .post("/api/admin/users/{id}/credits", caller.id());
    }
}
