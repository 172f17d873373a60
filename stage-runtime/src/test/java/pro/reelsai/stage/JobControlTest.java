package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;

/** Jobs that are stopped from outside: by the user, by the clock, by the end of the service. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
@TestProfile(Impatient.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JobControlTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ScriptedStage stage;

    @Inject
    EventCodec codec;

    @Inject
    Event<ShutdownEvent> shutdown;

    @TestHTTPResource("/q/health/live")
    URI liveness;

    private final Pipeline pipeline = new Pipeline();

    @Test
    void stopsTheJobOfACancelledRunAtOnceAndLeavesNothingBehind() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Cancel me.");
        Endless job = new Endless(request);
        pipeline.send(codec.encode(request));
        Path directory = job.directory.get(30, TimeUnit.SECONDS);

        // When
        pipeline.setState(request.runId(), "CANCELLED");
        pipeline.send(codec.encode(new RunCancelled(
                request.runId(),
                request.projectId(),
                request.userId(),
                Stage.VOICE,
                request.attempt(),
                Instant.now())));

        // Then
        assertThat(job.stopped.await(30, TimeUnit.SECONDS)).isTrue();
        worksOnTheNextRunOnTheSamePartition(request);
        assertThat(directory).doesNotExist();
        hasSaidNothing(request);
        assertThat(pipeline.records(Topics.retries(Topics.VOICE_REQUESTED).getFirst(), request.runId()))
                .isEmpty();
    }

    @Test
    void noticesACancelledRunThatNobodyHasToldItOf() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Cancelled in silence.");
        Endless job = new Endless(request);
        pipeline.send(codec.encode(request));
        job.directory.get(30, TimeUnit.SECONDS);

        // When
        pipeline.setState(request.runId(), "CANCELLED");

        // Then
        assertThat(job.stopped.await(30, TimeUnit.SECONDS)).isTrue();
        worksOnTheNextRunOnTheSamePartition(request);
        hasSaidNothing(request);
    }

    @Test
    void stopsAJobThatTakesTooLongAndTriesItAgain() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Too slow at first.");
        stage.forRun(request.runId(), (job, tryNumber) -> {
            if (tryNumber == 1) {
                new CountDownLatch(1).await();
            }
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        pipeline.records(Topics.LIPSYNC_REQUESTED, request.runId()))
                .hasSize(1));
        assertThat(stage.timesRun(request.runId())).isEqualTo(2);
    }

    @Test
    void reportsItselfAsNotAliveWhileAJobIgnoresThatItShouldStop() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Stubborn.");
        CountDownLatch released = new CountDownLatch(1);
        stage.forRun(request.runId(), (job, tryNumber) -> {
            while (tryNumber == 1 && released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    // As stubborn as native code that never looks.
                }
            }
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(health())
                .contains("\"DOWN\"")
                .contains(request.runId().toString()));
        released.countDown();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(health())
                .doesNotContain("\"DOWN\""));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesToAnotherWhatIsNotDoneWhenTheServiceStops() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Interrupted by the end.");
        Endless job = new Endless(request);
        long offset = pipeline.send(codec.encode(request));
        Path directory = job.directory.get(30, TimeUnit.SECONDS);

        // When
        shutdown.fire(new ShutdownEvent());

        // Then
        assertThat(job.stopped.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(directory).doesNotExist();
        hasSaidNothing(request);
        assertThat(pipeline.committed("reels-voice", request)).isLessThanOrEqualTo(offset);
        assertThat(pipeline.leaseIsFree(request)).isTrue();
    }

    private void worksOnTheNextRunOnTheSamePartition(StageRequested before) throws Exception {
        StageRequested next = pipeline.onTheSamePartitionAs(before, "Next.");
        pipeline.send(codec.encode(next));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        pipeline.records(Topics.LIPSYNC_REQUESTED, next.runId()))
                .hasSize(1));
    }

    private void hasSaidNothing(StageRequested request) {
        for (String topic :
                List.of(Topics.LIPSYNC_REQUESTED, Topics.RUN_FAILED, Topics.deadLetters(Topics.VOICE_REQUESTED))) {
            assertThat(pipeline.records(topic, request.runId())).isEmpty();
        }
    }

    private String health() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(liveness).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /** A job that works until it is stopped. */
    private final class Endless {
        private final CompletableFuture<Path> directory = new CompletableFuture<>();
        private final CountDownLatch stopped = new CountDownLatch(1);

        Endless(StageRequested request) {
            stage.forRun(request.runId(), (job, tryNumber) -> {
                try {
                    Files.writeString(job.directory().resolve("half"), "done");
                    directory.complete(job.directory());
                    new CountDownLatch(1).await();
                } finally {
                    stopped.countDown();
                }
            });
        }
    }
}
