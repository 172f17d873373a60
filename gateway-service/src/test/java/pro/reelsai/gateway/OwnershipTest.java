package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pro.reelsai.gateway.ApiDocument.Operation;

/** Every id in every route of the document, in its path and in its body: another user's does not exist. */
@GatewayTest
class OwnershipTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** Ids that everybody may name. */
    private static final Set<String> CATALOGUE = Set.of("actor_id", "voice_id", "layout_id", "default_voice_id");

    @TestFactory
    Stream<DynamicTest> hidesWhatBelongsToSomebodyElse() throws Exception {
        ApiDocument document = ApiDocument.fetch();
        Map<String, String> theirs = belongings(new Caller());
        Caller stranger = new Caller();
        Map<String, String> own = belongings(stranger);
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : document.operations()) {
            if (operation.path().startsWith("/api/") && !operation.path().startsWith("/api/admin/")) {
                for (String id : ids(operation)) {
                    tests.add(dynamicTest(operation + " with another user's " + id, () -> {
                        // Given
                        Map<String, String> ids = new HashMap<>(own);
                        ids.put(id, known(theirs, id));

                        // When
                        Response answer = send(operation, ids, stranger);

                        // Then: as if it did not exist, which in a list of ids breaks its rule
                        boolean one = operation.path().contains("{" + id + "}")
                                || operation.request().isEmpty()
                                || operation.request().get().example().has(id);
                        answer.then().statusCode(one ? 404 : 422).contentType("application/problem+json");
                    }));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests.stream();
    }

    @Test
    void listsOnlyWhatIsTheCallers() {
        // Given
        Caller stranger = new Caller();

        // When
        var projects = stranger.request().get("/api/projects");
        var products = stranger.request().get("/api/products/get-all-products");

        // Then
        projects.then().body("$", hasSize(0));
        products.then().body("$", hasSize(0));
    }

    /** One of each thing that belongs to a user, by the name that ids of its kind have in routes and bodies. */
    private static Map<String, String> belongings(Caller caller) {
        String project = caller.readyProject();
        return Map.of(
                "project_id", project,
                "product_id",
                        caller.request()
                                .get("/api/projects/{id}", project)
                                .then()
                                .extract()
                                .path("product_id"),
                "script_id",
                        caller.request()
                                .get("/api/projects/{id}/scripts", project)
                                .then()
                                .extract()
                                .path("[0][0].id"),
                "asset_id",
                        caller.request()
                                .get("/api/projects/{id}/assets", project)
                                .then()
                                .extract()
                                .path("[0].id"),
                // Uploads under way and runs are never looked up without their project: an id is as good as another.
                "upload_id", UUID.randomUUID().toString(),
                "run_id", UUID.randomUUID().toString());
    }

    private static Set<String> ids(Operation operation) {
        Set<String> ids = new TreeSet<>();
        Matcher parameters = PARAMETER.matcher(operation.path());
        while (parameters.find()) {
            ids.add(parameters.group(1));
        }
        operation.request().ifPresent(body -> body.example().fieldNames().forEachRemaining(field -> {
            if (field.endsWith("_id") && !CATALOGUE.contains(field)) {
                ids.add(field);
            } else if (field.endsWith("_ids")) {
                ids.add(field.substring(0, field.length() - 1));
            }
        }));
        return ids;
    }

    private static String known(Map<String, String> belongings, String id) {
        @Nullable String value = belongings.get(id);
        assertThat(value)
                .as("this test does not know how to make a %s; teach belongings()", id)
                .isNotNull();
        return value;
    }

    private static Response send(Operation operation, Map<String, String> ids, Caller caller) {
        RequestSpecification request = caller.request();
        operation.request().ifPresent(body -> {
            if (body.type().startsWith("multipart/")) {
                request.multiPart("file", MediaFixtures.picture().toFile());
            } else {
                request.contentType(body.type())
                        .body(withIds(body.example(), ids).toString());
            }
        });
        String path = PARAMETER.matcher(operation.path()).replaceAll(parameter -> known(ids, parameter.group(1)));
        return request.request(operation.method(), path);
    }

    private static JsonNode withIds(JsonNode example, Map<String, String> ids) {
        JsonNode body = example.deepCopy();
        if (body instanceof ObjectNode fields) {
            ids.forEach((name, value) -> {
                if (fields.path(name).isTextual()) {
                    fields.put(name, value);
                }
                if (fields.path(name + "s").isArray()) {
                    fields.putArray(name + "s").add(TextNode.valueOf(value));
                }
            });
        }
        return body;
    }
}
