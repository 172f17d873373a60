package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ProductTest {
    @Test
    void showsAProductWithEveryFieldOfTheContract() {
        // Given
        Caller caller = new Caller();
        String id = caller.product("Glow Bottle");

        // When
        var answer = caller.request().get("/api/products/{id}", id);

        // Then
        assertThat(answer.<Map<String, Object>>path("$"))
                .containsOnlyKeys(
                        "id",
                        "user_id",
                        "name",
                        "description",
                        "product_link",
                        "logo_url",
                        "thumbnail_url",
                        "created_at",
                        "updated_at");
        answer.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("user_id", equalTo(caller.id().toString()))
                .body("name", equalTo("Glow Bottle"))
                .body("product_link", nullValue())
                .body("$", hasKey("product_link"))
                .body("$", hasKey("logo_url"))
                .body("$", hasKey("thumbnail_url"))
                .body("created_at", containsString("T"))
                .body("updated_at", containsString("Z"));
    }

    @Test
    void listsTheNewestFirst() {
        // Given
        Caller caller = new Caller();
        String first = caller.product("First");
        String second = caller.product("Second");

        // When
        var answer = caller.request().get("/api/products/get-all-products");

        // Then
        answer.then().statusCode(200).body("id", contains(second, first));
    }

    @Test
    void changesAProduct() {
        // Given
        Caller caller = new Caller();
        String id = caller.product();

        // When
        var answer = caller.json(
                        Map.of("name", "New", "description", "Newer", "product_link", "https://example.com/a?b"))
                .put("/api/products/{id}", id);

        // Then
        answer.then()
                .statusCode(200)
                .body("name", equalTo("New"))
                .body("product_link", equalTo("https://example.com/a?b"));
    }

    @Test
    void keepsWhatPeopleWriteAsTheyWriteIt() {
        // Given
        Caller caller = new Caller();
        String name = "Bob's \"50% off\" `rm -rf` $(x); [in]drawtext=a:b {\\N} %{pts} été 🎉";

        // When
        String id = caller.product(name);

        // Then
        caller.request().get("/api/products/{id}", id).then().body("name", equalTo(name));
    }

    @Test
    void namesEveryFieldThatBreaksARule() {
        // Given
        Caller caller = new Caller();
        Map<String, Object> body = new HashMap<>();
        body.put("name", " ");
        body.put("description", null);
        body.put("product_link", "javascript:alert(1)");

        // When
        var answer = caller.json(body).post("/api/products/create-product");

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", contains("description", "name", "product_link"))
                .body("detail", containsString("name must not be blank"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a?b=c#d, https://example.com/a?b=c#d",
        "HTTP://localhost:8080, HTTP://localhost:8080",
        "' shop.example.com/x ', https://shop.example.com/x",
        "https://müller.example, https://müller.example",
    })
    void makesALinkOfAWebAddress(String given, String kept) {
        // Given
        Caller caller = new Caller();

        // When
        String id = caller.json(Map.of("name", "n", "description", "d", "product_link", given))
                .post("/api/products/create-product")
                .path("product_id");

        // Then
        caller.request().get("/api/products/{id}", id).then().body("product_link", equalTo(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com",
                "mailto:a@example.com",
                "not a url",
                "nonsense",
                "https://",
                "https://user@example.com",
                "https://exa mple.com",
                "https://example.com/a\nb",
                "data:text/html,x",
                "//example.com"
            })
    void refusesWhatIsNoWebAddress(String link) {
        // Given
        Caller caller = new Caller();

        // When
        var answer = caller.json(Map.of("name", "n", "description", "d", "product_link", link))
                .post("/api/products/create-product");

        // Then
        answer.then().statusCode(422).body("violations.field", contains("product_link"));
    }

    @ParameterizedTest
    @CsvSource({"name, 200", "description, 5000", "product_link, 2000"})
    void limitsTheLengthOfTexts(String field, int longest) {
        // Given
        Caller caller = new Caller();
        Map<String, Object> body = new HashMap<>(Map.of("name", "n", "description", "d"));
        String start = field.equals("product_link") ? "https://example.com/" : "";
        body.put(field, start + "x".repeat(longest - start.length()));

        // When
        var fits = caller.json(body).post("/api/products/create-product");
        body.put(field, body.get(field) + "x");
        var tooLong = caller.json(body).post("/api/products/create-product");

        // Then
        fits.then().statusCode(200);
        tooLong.then().statusCode(422).body("violations.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "\ud800"})
    void refusesControlCharacters(String name) {
        // Given
        Caller caller = new Caller();

        // When
        var answer = caller.json(Map.of("name", "x" + name, "description", "d")).post("/api/products/create-product");

        // Then
        answer.then().statusCode(org.hamcrest.Matchers.oneOf(400, 422)).contentType("application/problem+json");
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        // Given
        Caller caller = new Caller();

        // When
        var answer = caller.json(Map.of("name", "n", "description", "d", "colour", "red"))
                .post("/api/products/create-product");

        // Then
        answer.then().statusCode(200).body("$", hasKey("product_id"));
        caller.request().get("/api/products/get-all-products").then().body("name", hasItem("n"));
    }
}
