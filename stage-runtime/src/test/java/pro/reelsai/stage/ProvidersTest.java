package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderException.Reason;
import pro.reelsai.stage.provider.ProviderFailure;
import pro.reelsai.stage.provider.ProviderGuard;
import pro.reelsai.stage.provider.ProviderGuards;

/** How a stage goes on while a provider does not serve. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
class ProvidersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ProviderFailure FAILURE =
            new ProviderFailure("Flaky", "FLAKY_KEY", FailureCode.VOICE_UNAVAILABLE, FailureCode.SCRIPT_REFUSED);

    @Inject
    ScriptedStage stage;

    @Inject
    EventCodec codec;

    @Inject
    ProviderGuards guards;

    @Inject
    SmallRyeHealthReporter health;

    private final Pipeline pipeline = new Pipeline();

    @Test
    void triesAgainAsLateAsTheProviderAsks() throws Exception {
        // Given
        Duration asked = Duration.ofSeconds(2);
        List<Instant> tries = new CopyOnWriteArrayList<>();
        StageRequested request = pipeline.aRun("Later, please.");
        stage.forRun(request.runId(), (job, number) -> {
            tries.add(Instant.now());
            if (number == 1) {
                throw FAILURE.of(new ProviderException(Reason.BUSY, "busy", asked, null));
            }
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> tries.size() == 2);
        assertThat(Duration.between(tries.getFirst(), tries.getLast())).isGreaterThanOrEqualTo(asked);
    }

    @Test
    void usesUpNoRetryOfARequestThatWasTakenWhenTheProviderWentDown() throws Exception {
        // Given
        ProviderGuard wobbly = guards.of("wobbly");
        StageRequested request = pipeline.aRun("Taken already.");
        stage.forRun(request.runId(), (job, number) -> {
            if (number > 1) {
                return;
            }
            assertThatThrownBy(() -> wobbly.ask(ProvidersTest::broken))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));
            try {
                wobbly.ask(ProvidersTest::broken);
            } catch (ProviderException e) {
                throw FAILURE.of(e);
            }
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> stage.timesRun(request.runId()) == 2);
        String retries = Topics.retries(Topics.VOICE_REQUESTED).getFirst();
        assertThat(pipeline.records(retries, request.runId())).singleElement().satisfies(record -> assertThat(
                        Pipeline.header(record, "retry-count"))
                .isEqualTo("0"));
    }

    @Test
    void letsEveryRequestWaitForItsTurn() throws Exception {
        // Given
        ProviderGuard measured = guards.of("measured");
        Uni<String> request = Uni.createFrom().item("served");
        Instant begin = Instant.now();

        // When
        List<Future<String>> answers;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = callers.invokeAll(Collections.nCopies(5, () -> measured.ask(() -> request)));
        }

        // Then
        assertThat(answers).extracting(Future::resultNow).containsOnly("served");
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(1400), Duration.ofSeconds(4));
    }

    @Test
    void turnsAwayWhomItWouldKeepWaitingForLongWithoutTakingTheirTurn() throws Exception {
        // Given
        ProviderGuard scarce = guards.of("scarce");
        Uni<String> request = Uni.createFrom().item("served");
        scarce.ask(() -> request);

        // When
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> scarce.ask(() -> request)).isInstanceOfSatisfying(ProviderException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.NOT_ASKED);
                assertThat(e.retryAfter().orElseThrow()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(2));
            });
        }

        // Then
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ProviderException.class)
                .until(() -> scarce.ask(() -> request).equals("served"));
    }

    private static Uni<String> broken() {
        return Uni.createFrom().failure(new ProviderException(Reason.BROKEN, "broken", null, null));
    }

    @Test
    void takesNoMoreWorkWhileAProviderIsDownAndStaysReady() throws Exception {
        // Given
        ProviderGuard flaky = guards.of("flaky");
        AtomicBoolean down = new AtomicBoolean();
        StageRequested first = pipeline.aRun("It breaks.");
        stage.forRun(first.runId(), (job, number) -> {
            if (number > 1) {
                return;
            }
            try {
                flaky.ask(() -> Uni.createFrom().failure(new ProviderException(Reason.BROKEN, "broken", null, null)));
            } catch (ProviderException e) {
                down.set(true);
                throw FAILURE.of(e);
            }
        });
        pipeline.send(codec.encode(first));
        Awaitility.await().atMost(PATIENCE).untilTrue(down);
        StageRequested second = pipeline.aRun("It waits.");

        // When
        Instant sent = Instant.now();
        pipeline.send(codec.encode(second));
        Awaitility.await().atMost(PATIENCE).until(() -> stage.timesRun(second.runId()) == 1);

        // Then
        assertThat(Duration.between(sent, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(health.getReadiness().getStatus()).isEqualTo(Status.UP);
    }
}
