package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import pro.reelsai.gateway.ApiDocument.Operation;
import pro.reelsai.gateway.credit.LedgerEntity;
import pro.reelsai.gateway.run.RunKind;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;
import pro.reelsai.model.Topics;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

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

    /** The product of the examples. */
    private static final String PRODUCT = "0b8e5c52-7f0a-4d0c-9b57-3f1c5a7f2e01";

    /** The project of the examples. */
    private static final String PROJECT = "4f6d2a90-1c3e-4b7a-8d52-6a9b0c1d2e02";

    /** The run of the examples. */
    private static final String RUN = "c3f0b1a2-8d4e-4c6f-9e7a-1b2c3d4e5f04";

    private static final String HOW = "write gateway-service/src/main/resources/openapi/<Resource>_<method>.json";

    @Inject
    ObjectStorage storage;

    @Inject
    Pool database;

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
    void answersEveryOperationAsTheDocumentSays() throws Exception {
        // Given
        ApiDocument document = ApiDocument.fetch();
        Caller caller = new Caller();
        ExampleStory story = new ExampleStory(document, caller);

        // When
        playTo("getHealth headHealth createProduct getAllProducts getProduct updateProduct putProductLogo", story);
        playTo("createProject getProjects getProject setVideoConfiguration uploadAsset", story);
        sendAFileStraightToTheBucket(story);
        playTo("getAssets reorderAssets deleteAsset", story);
        playTo("getActorsAndVoices selectActorAndVoice getVideoLayouts selectLayout getVideoOptions", story);
        haveAScriptWritten(story);
        playTo("getScripts updateScript finalizeScript checkBeta getCredits reduceCredits", story);
        haveAnAdMade(story);
        playTo("getVideo getEvents getCreditHistory", story);
        haveReplicateCall(story);
        story.know(PRODUCT, caller.product());
        playTo("deleteProduct", story);

        // Then
        assertThat(story.played())
                .as("every operation of the document is called here")
                .containsExactlyInAnyOrderElementsOf(
                        document.operations().stream().map(Operation::id).toList());
    }

    private static void playTo(String operations, ExampleStory story) throws Exception {
        for (String operation : operations.split(" ")) {
            story.play(operation);
        }
    }

    private static void sendAFileStraightToTheBucket(ExampleStory story) throws Exception {
        byte[] picture = Files.readAllBytes(MediaFixtures.picture());
        story.know("48211", String.valueOf(picture.length));
        JsonPath address = story.play("requestAssetUpload").jsonPath();
        RestAssured.given()
                .urlEncodingEnabled(false)
                .contentType(address.getString("headers.Content-Type"))
                .body(picture)
                .request(address.getString("method"), address.getString("upload_url"))
                .then()
                .statusCode(200);
        playTo("completeAssetUpload", story);
    }

    private static void haveAScriptWritten(ExampleStory story) throws Exception {
        CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> {
            try {
                story.play("generateScript");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        String project = story.real(PROJECT);
        String run = Pipeline.await(
                        Topics.SCRIPT_REQUESTED, sent -> sent.value().contains(project))
                .key();
        StageRequested request = Pipeline.requestOf(Stage.SCRIPT, run);
        Pipeline.say(new ScriptGenerated(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.attempt(),
                new Script(request.runId(), "Glow Bottle in 15 seconds", "Thirsty again? Glow Bottle lights up."),
                "local",
                "test",
                BigDecimal.ZERO,
                Instant.now()));
        asked.join();
    }

    private void haveAnAdMade(ExampleStory story) throws Exception {
        playTo("generateFinalVideo cancelAd", story);
        String run = story.play("generateFinalVideo").path("run_id");
        story.know(RUN, run);
        Pipeline.say(Pipeline.failed(Pipeline.requestOf(Stage.VOICE, run), FailureCode.VOICE_UNAVAILABLE, "Hoarse"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(story.play("getStatus").<String>path("status"))
                        .isEqualTo("voice_over_generation_failed"));
        story.play("resumeAd");
        StageRequested voice = haveOperatorsTryAgain(story, run);
        playTo("getStatus getRuns", story);
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "t2s_audio_slt.mp3");
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "lipsync_video_maya.mp4");
        StageRequested caption = Pipeline.next(editing, Artifact.COMPOSITE_VIDEO, "composite_video.mp4");
        RunCompleted completed = Pipeline.completed(caption);
        completed.context().outputs().values().stream()
                .flatMap(output -> output.artifacts().values().stream())
                .forEach(stored -> storage.upload(
                                stored.key(), MediaFixtures.file("ad.bin", new byte[] {1}), stored.contentType())
                        .await()
                        .atMost(Duration.ofSeconds(5)));
        for (ReelsEvent event : List.of(lipsync, editing, caption, completed)) {
            Pipeline.say(event);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(story.play("getStatus").<String>path("status"))
                        .isEqualTo("completed"));
    }

    private StageRequested haveOperatorsTryAgain(ExampleStory story, String run) throws Exception {
        fail(story, Pipeline.requestOf(Stage.VOICE, run, 2));
        story.play("resumeRun", AdminTest.operator());
        fail(story, Pipeline.requestOf(Stage.VOICE, run, 3));
        // Under the id of the example.
        Books.rows("""
                insert into dead_letters (id, topic, kafka_partition, kafka_offset, source_topic, headers, reason, code,
                    run_id, stage, attempt, died_at)
                overriding system value
                values (9000000012, 'reels.voice.requested.v1.dlq', 0, -1, 'reels.voice.requested.v1', '{}', 'Hoarse',
                    'VOICE_UNAVAILABLE', $1, 'VOICE', 3, now())
                returning topic
                """, UUID.fromString(run));
        for (String operation : List.of(
                "getAllRuns",
                "getRun",
                "getRunEvents",
                "replayRun",
                "grantCredits",
                "getDeadLetters",
                "getCosts",
                "getLag")) {
            story.play(operation, AdminTest.operator());
        }
        story.play("retryDeadLetter", AdminTest.operator());
        return Pipeline.requestOf(Stage.VOICE, run, 4);
    }

    private static void fail(ExampleStory story, StageRequested voice) {
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "Hoarse"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(story.play("getStatus").<String>path("status"))
                        .isEqualTo("voice_over_generation_failed"));
    }

    private void haveReplicateCall(ExampleStory story) throws Exception {
        String id = "msg_" + UUID.randomUUID();
        Instant now = Instant.now();
        String body = story.bodyOf("receiveReplicateWebhook");
        database.preparedQuery("""
                insert into provider_calls
                    (id, run_id, stage, attempt, fingerprint, provider, model, external_id, outcome, created_at, updated_at)
                select gen_random_uuid(), id, 'LIPSYNC', 1, 'f', 'replicate', 'm', $2::json ->> 'id', 'SUBMITTED', now(), now()
                from runs where id = $1
                """)
                .execute(Tuple.of(UUID.fromString(story.real(RUN)), new JsonObject(body)))
                .await()
                .atMost(Duration.ofSeconds(5));
        story.play(
                "receiveReplicateWebhook",
                RestAssured.given()
                        .header("webhook-id", id)
                        .header("webhook-timestamp", now.getEpochSecond())
                        .header("webhook-signature", WebhookTest.sign(id, now, body)));
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
