package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import pro.reelsai.gateway.ApiDocument.Operation;
import pro.reelsai.gateway.credit.LedgerEntity;
import pro.reelsai.gateway.run.RunKind;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;
import pro.reelsai.model.TtsProvider;

/** The document at {@code /openapi.json}: complete, and true. */
@GatewayTest
class OpenApiTest {
    /** The rows of the contract. */
    private static final List<String> CONTRACT = List.of(
            "GET /health",
            "HEAD /health",
            "POST /api/products/create-product",
            "GET /api/products/get-all-products",
            "GET /api/products/{product_id}",
            "PUT /api/products/{product_id}",
            "PUT /api/products/{product_id}/logo",
            "DELETE /api/products/{product_id}",
            "POST /api/projects/create-project",
            "GET /api/projects",
            "GET /api/projects/{project_id}",
            "POST /api/projects/{project_id}/video-configuration",
            "POST /api/projects/{project_id}/assets",
            "GET /api/projects/{project_id}/assets",
            "DELETE /api/projects/{project_id}/assets/{asset_id}",
            "PUT /api/projects/{project_id}/assets/order",
            "POST /api/projects/{project_id}/assets/upload-url",
            "POST /api/projects/{project_id}/assets/complete",
            "GET /api/actors-and-voices",
            "POST /api/projects/{project_id}/select-actor-voice",
            "GET /api/video-layouts",
            "GET /api/video-options",
            "POST /api/projects/{project_id}/select-layout",
            "POST /api/projects/{project_id}/generate-script",
            "GET /api/projects/{project_id}/scripts",
            "PUT /api/projects/{project_id}/scripts/update",
            "PUT /api/projects/{project_id}/scripts/finalize",
            "POST /api/projects/{project_id}/generate-final-video",
            "POST /api/projects/{project_id}/cancel",
            "POST /api/projects/{project_id}/resume",
            "GET /api/projects/{project_id}/status",
            "GET /api/projects/{project_id}/events",
            "GET /api/projects/{project_id}/runs",
            "GET /api/projects/{project_id}/video",
            "POST /api/check-beta",
            "GET /api/users/get_credits",
            "POST /api/users/reduce_credits",
            "GET /api/users/credit-history",
            "GET /api/admin/runs",
            "GET /api/admin/runs/{run_id}",
            "POST /api/admin/runs/{run_id}/resume",
            "POST /api/admin/runs/{run_id}/replay",
            "GET /api/admin/runs/{run_id}/events",
            "POST /api/admin/users/{user_id}/credits",
            "GET /api/admin/costs",
            "GET /api/admin/lag",
            "GET /api/admin/dead-letters",
            "POST /api/admin/dead-letters/{dead_letter_id}/retry",
            "POST /webhook/replicate");

    private static final String HOW = "write gateway-service/src/main/resources/openapi/<Resource>_<method>.json";

    @Test
    void documentsTheRowsOfTheContractAndNothingElse() throws Exception {
        // Given
        ApiDocument document = ApiDocument.fetch();

        // When
        List<String> operations =
                document.operations().stream().map(Operation::toString).toList();

        // Then
        assertThat(operations).containsExactlyInAnyOrderElementsOf(CONTRACT);
        assertThat(document.root().path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void tellsWhatEveryOperationIsForAndShowsWhatGoesInAndOut() throws Exception {
        // Given
        ApiDocument document = ApiDocument.fetch();

        // When
        List<Operation> operations = document.operations();

        // Then
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : operations) {
            JsonNode node = operation.node();
            all.assertThat(node.path("summary").asText())
                    .as("%s: summary", operation)
                    .isNotBlank();
            all.assertThat(node.path("description").asText())
                    .as("%s: description; %s", operation, HOW)
                    .isNotBlank();
            all.assertThat(operation.id())
                    .as("%s: operationId; %s", operation, HOW)
                    .matches("[a-z][A-Za-z]+");
            all.assertThat(node.path("tags")).as("%s: tags", operation).isNotEmpty();
            all.assertThat(node.path("security").isEmpty())
                    .as("%s: security", operation)
                    .isEqualTo(!operation.path().startsWith("/api/"));
            all.assertThat(operation.parameters("path").keySet().stream().map(name -> "{" + name + "}"))
                    .as("%s: examples of the ids in the path", operation)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(operation.path().split("/"))
                                    .filter(part -> part.startsWith("{"))
                                    .toList());
            examples(operation).forEach(body -> {
                all.assertThat(body.example().isMissingNode())
                        .as("%s: an example of %s; %s", operation, body.type(), HOW)
                        .isFalse();
                if (body.type().contains("json")) {
                    all.assertThat(document.violations(body.schema(), body.example()))
                            .as("%s: its example %s", operation, body.example())
                            .isEmpty();
                }
            });
        }
        all.assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates();
        all.assertAll();
    }

    private static Stream<ApiDocument.Body> examples(Operation operation) {
        return Stream.concat(
                operation.request().stream(),
                operation.answers().values().stream().flatMap(body -> body.stream()));
    }

    @Test
    void namesTheValuesThatTheCodeKnows() throws Exception {
        // Given
        JsonNode schemas = ApiDocument.fetch().root().path("components").path("schemas");

        // When
        Map<String, Stream<String>> documented = Map.of(
                "Asset.type", wire(AssetType.values()),
                "StageReport.stage", wire(Stage.values()),
                "StageReport.state", wire(StageState.values()),
                "CreditEntry.kind", wire(LedgerEntity.Kind.values()),
                "Run.kind", wire(RunKind.VIDEO, RunKind.SCRIPT),
                "Run.state", wire(RunState.values()),
                "Voice.provider", wire(TtsProvider.values()));

        // Then
        documented.forEach((field, values) -> {
            String[] names = field.split("\\.");
            JsonNode property = schemas.path(names[0]).path("properties").path(names[1]);
            assertThat(property.path("enum"))
                    .as(field)
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrderElementsOf(values.toList());
        });
    }

    private static Stream<String> wire(Enum<?>... values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }
}
