package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.ProviderCall;
import pro.reelsai.stage.call.ProviderCalls;

/** No more is spent than the caps of the test's configuration allow: 1 US dollar a run, 5 a day. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
class SpendCapTest {
    @Inject
    ProviderCalls calls;

    private final Pipeline pipeline = new Pipeline();

    @BeforeEach
    void beginsADayOnWhichNothingWasSpent() throws Exception {
        pipeline.endTheDay();
    }

    @Test
    void callsAtTheSameMomentDoNotSpendMoreThanARunMayCost() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Expensive.");
        BigDecimal estimate = new BigDecimal("0.30");
        List<ProviderCall> some = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            some.add(call(request, i));
        }

        // When
        List<Object> outcomes = atOnce(some.stream()
                .<Callable<Boolean>>map(call -> () -> calls.start(call, estimate))
                .toList());

        // Then
        assertThat(outcomes).filteredOn(Boolean.TRUE::equals).hasSize(3);
        assertThat(outcomes)
                .filteredOn(PermanentStageException.class::isInstance)
                .hasSize(3)
                .allSatisfy(refused -> {
                    PermanentStageException e = (PermanentStageException) refused;
                    assertThat(e.code()).isEqualTo(FailureCode.SPEND_LIMIT_REACHED);
                    assertThat(e).hasMessageContaining("1.00 US dollars").hasMessageContaining("SPEND_PER_RUN_USD");
                });
    }

    @Test
    void whatACallHasNotUsedUpIsThereForTheNext() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Cheaper than feared.");
        ProviderCall first = call(request, 1);
        ProviderCall second = call(request, 2);
        calls.start(first, new BigDecimal("0.90"));
        assertThatThrownBy(() -> calls.start(second, new BigDecimal("0.20")))
                .isInstanceOf(PermanentStageException.class);

        // When
        calls.succeeded(first, new Charge(BigDecimal.ONE, "second", new BigDecimal("0.10")));

        // Then
        assertThat(calls.start(second, new BigDecimal("0.20"))).isTrue();
    }

    @Test
    void allRunsTogetherDoNotSpendMoreThanADayMayCost() throws Exception {
        // Given
        List<Callable<Boolean>> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ProviderCall call = call(pipeline.aRun("One of many."), i);
            starts.add(() -> calls.start(call, new BigDecimal("0.95")));
        }

        // When
        List<Object> outcomes = atOnce(starts);

        // Then
        assertThat(outcomes).filteredOn(Boolean.TRUE::equals).hasSizeBetween(1, 5);
        assertThat(outcomes)
                .filteredOn(PermanentStageException.class::isInstance)
                .isNotEmpty()
                .allSatisfy(refused -> assertThat((PermanentStageException) refused)
                        .hasMessageContaining("5.00 US dollars")
                        .hasMessageContaining("SPEND_PER_DAY_USD"));
    }

    private ProviderCall call(StageRequested request, int number) throws PermanentStageException {
        return calls.take(request, Fingerprint.of(Stage.VOICE, request.runId(), number), "dear", "model");
    }

    /** What each call came to: its answer, or its exception. */
    private static List<Object> atOnce(List<Callable<Boolean>> work) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Boolean> done : threads.invokeAll(work)) {
                outcomes.add(done.state() == Future.State.SUCCESS ? done.resultNow() : done.exceptionNow());
            }
            return outcomes;
        }
    }
}
