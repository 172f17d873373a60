package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
@ExtendWith(Books.class)
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

    @Test
    void tellsWhatHappenedToTheCreditsNewestFirstAndPageByPage() {
        // Given
        Caller caller = new Caller();
        String run = caller.startAd(caller.readyProject());
        caller.request().post("/api/users/reduce_credits");

        // When
        var first = caller.request().get("/api/users/credit-history?limit=2");
        String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        var second = caller.request().urlEncodingEnabled(false).get(next);

        // Then
        first.then()
                .statusCode(200)
                .body("kind", contains("spend", "reserve"))
                .body("amount", contains(-1, -1))
                .body("run_id", contains(null, run))
                .body("attempt", contains(null, 1))
                .body("created_at", everyItem(notNullValue()));
        second.then().statusCode(200).body("kind", contains("grant")).body("[0].amount", equalTo(10));
        assertThat(second.header("Link")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=many", "limit=-1", "cursor=here", "cursor=99999999999999999999"})
    void refusesAPageThatCannotBe(String query) {
        // Given
        Caller caller = new Caller();

        // When
        var answer = caller.request().get("/api/users/credit-history?" + query);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void showsNobodyAnotherUsersHistory() {
        // Given
        new Caller().credits();
        Caller stranger = new Caller();

        // When
        var answer = stranger.request().get("/api/users/credit-history");

        // Then
        answer.then().statusCode(200).body("$", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update profiles set credits = credits + 5 where id = $1",
                "update credit_ledger set amount = 99 where user_id = $1",
                "delete from credit_ledger where user_id = $1",
                "insert into profiles (id, credits, is_beta_user, created_at, updated_at)"
                        + " select gen_random_uuid(), 5, true, now(), now() from profiles where id = $1",
            })
    void letsNobodyMoveABalanceExceptThroughTheLedger(String statement) {
        // Given
        Caller caller = new Caller();
        caller.credits();

        // When
        var attempt = catchThrowable(() -> Books.rows(statement, caller.id()));

        // Then
        assertThat(attempt).hasMessageContaining("credit");
        assertThat(caller.credits()).isEqualTo(10);
    }
}
