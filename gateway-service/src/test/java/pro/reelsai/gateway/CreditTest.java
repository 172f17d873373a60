package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@GatewayTest
class CreditTest {
    @Test
    void givesANewUserCreditsToStartWith() {
        // Given
        Caller caller = new Caller();

        // When
        int credits = caller.credits();

        // Then
        assertThat(credits).isEqualTo(10);
        caller.request().post("/api/check-beta").then().statusCode(200).body("is_beta_user", equalTo(true));
    }

    @Test
    void takesNoMoreCreditsThanThereAreHoweverManyAskAtOnce() {
        // Given
        Caller caller = new Caller();

        // When
        List<Boolean> taken = Stream.generate(() -> CompletableFuture.supplyAsync(() -> caller.request()
                        .post("/api/users/reduce_credits")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Boolean>path("reduced_credits")))
                .limit(14)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        assertThat(taken).filteredOn(reduced -> reduced).hasSize(10);
        caller.request()
                .post("/api/users/reduce_credits")
                .then()
                .body("reduced_credits", equalTo(false))
                .body("updated_credits", equalTo(0));
    }
}
