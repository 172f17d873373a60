package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pro.reelsai.gateway.Caller.operator;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pro.reelsai.gateway.ApiDocument.Operation;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

/** One story in which every operation of the document is called with its example, and answers as the document says. */
@GatewayTest
class OpenApiStoryTest {
    /** The product of the examples. */
    private static final String PRODUCT = "0b8e5c52-7f0a-4d0c-9b57-3f1c5a7f2e01";

    /** The project of the examples. */
    private static final String PROJECT = "4f6d2a90-1c3e-4b7a-8d52-6a9b0c1d2e02";

    /** The run of the examples. */
    private static final String RUN = "c3f0b1a2-8d4e-4c6f-9e7a-1b2c3d4e5f04";

    @Inject
    ObjectStorage storage;

    @Inject
    Pool database;

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
        story.play("resumeRun", operator());
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
            story.play(operation, operator());
        }
        story.play("retryDeadLetter", operator());
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
}
