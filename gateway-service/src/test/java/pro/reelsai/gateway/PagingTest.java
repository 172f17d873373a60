package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class PagingTest {
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");

    private final Caller caller = new Caller();

    @Test
    void leadsThroughAllProductsThoughSomeAreAddedMeanwhile() {
        // Given
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.addFirst(caller.product("Product " + i));
        }

        // When
        List<String> seen = new ArrayList<>();
        String next = "/api/products/get-all-products?limit=2";
        List<Integer> pages = new ArrayList<>();
        while (next != null) {
            Response page = caller.request().urlEncodingEnabled(false).get(next);
            List<String> ids = page.then().statusCode(200).extract().path("id");
            pages.add(ids.size());
            seen.addAll(ids);
            next = next(page);
            caller.product("Too late");
        }

        // Then
        assertThat(seen).isEqualTo(newestFirst);
        assertThat(pages).containsExactly(2, 2, 1);
    }

    @Test
    void leadsThroughAllProjects() {
        // Given
        String first = caller.project();
        String second = caller.configuredProject();
        String third = caller.project();

        // When
        Response page = caller.request().get("/api/projects?limit=2");
        Response last = caller.request().urlEncodingEnabled(false).get(next(page));

        // Then
        assertThat(page.<List<String>>path("id")).containsExactly(third, second);
        assertThat(last.<List<String>>path("id")).containsExactly(first);
        assertThat(next(last)).isNull();
    }

    @Test
    void givesTheWholeListToWhoeverAsksForNoPage() {
        // Given
        String product = caller.product();
        for (int i = 0; i < 52; i++) {
            caller.json(Map.of("product_id", product)).post("/api/projects/create-project");
        }

        // When
        Response projects = caller.request().get("/api/projects");

        // Then
        projects.then().statusCode(200).body("$", hasSize(52));
        assertThat(projects.header("Link")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=x", "limit=2.5", "cursor=x", "cursor=AAAA", "limit=2&cursor=%00"})
    void refusesPagesThatAreNone(String query) {
        // Given a signed-in caller

        // When
        Response projects = caller.request().urlEncodingEnabled(false).get("/api/projects?" + query);
        Response products = caller.request().urlEncodingEnabled(false).get("/api/products/get-all-products?" + query);

        // Then
        projects.then().statusCode(400).contentType("application/problem+json");
        products.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void asksTheDatabaseNoMoreOftenForManyThanForOne() {
        // Given
        caller.readyProject();
        int forOne =
                statementsOf(() -> caller.request().get("/api/projects").then().body("$", hasSize(1)));

        // When
        for (int i = 0; i < 3; i++) {
            caller.readyProject();
        }
        int forMany =
                statementsOf(() -> caller.request().get("/api/projects").then().body("$", hasSize(4)));

        // Then
        assertThat(forOne).isEqualTo(3);
        assertThat(forMany).isEqualTo(3);
    }

    /** Counts reads of the tables that the lists are made of; what runs in the background reads others. */
    private static int statementsOf(Runnable request) {
        List<String> statements = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord record) {
                String sql = record.getMessage();
                if (sql.matches("(?s)select .* from (products|projects|assets|scripts) .*")) {
                    statements.add(sql);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("org.hibernate.SQL");
        Level before = log.getLevel();
        log.setLevel(Level.FINE);
        handler.setLevel(Level.ALL);
        log.addHandler(handler);
        log.setUseParentHandlers(false);
        try {
            request.run();
        } finally {
            log.setUseParentHandlers(true);
            log.removeHandler(handler);
            log.setLevel(before);
        }
        return statements.size();
    }

    private static @Nullable String next(Response page) {
        String link = page.header("Link");
        if (link == null) {
            return null;
        }
        Matcher matcher = NEXT.matcher(link);
        assertThat(matcher.matches()).as(link).isTrue();
        return matcher.group(1);
    }
}
