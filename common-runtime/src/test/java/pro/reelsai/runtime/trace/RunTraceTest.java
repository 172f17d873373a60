package pro.reelsai.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTraceTest {
    private static final UUID RUN = UUID.fromString("6b1f6a2e-1111-4111-8111-0f0f0f0f0f0f");
    private static final String TRACE = "6b1f6a2e1111411181110f0f0f0f0f0f";
    private static final String ROOT = "00-" + TRACE + "-81110f0f0f0f0f0f-01";

    @Test
    void isTheRunItself() {
        // When
        SpanContext root = RunTrace.root(RUN);

        // Then
        assertThat(root.getTraceId()).isEqualTo(TRACE);
        assertThat(root.isValid()).isTrue();
        assertThat(RunTrace.header(RUN)).isEqualTo(ROOT);
    }

    @Test
    void goesOnBelowTheSpanThatARecordNames() {
        // Given
        String header = "00-" + TRACE + "-00f067aa0ba902b7-01";

        // When
        SpanContext origin = RunTrace.origin(RUN, header);

        // Then
        assertThat(origin.getSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(origin.getTraceId()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "none of it", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"})
    void goesOnBelowTheFirstSpanWhereARecordNamesNoneOfItsRun(String header) {
        assertThat(RunTrace.origin(RUN, header)).isEqualTo(RunTrace.root(RUN));
    }

    @Test
    // The span is current while the block runs.
    @SuppressWarnings("try")
    void tellsOfTheCurrentSpanOnlyWhatSpeaksOfItsRun() {
        // Given
        Span current = Span.wrap(
                SpanContext.create(TRACE, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault()));

        // When / Then
        try (Scope scope = current.makeCurrent()) {
            assertThat(RunTrace.header(RUN)).isEqualTo("00-" + TRACE + "-00f067aa0ba902b7-01");
            assertThat(RunTrace.header(UUID.fromString("6b1f6a2e-2222-4222-8222-0f0f0f0f0f0f")))
                    .isEqualTo("00-6b1f6a2e2222422282220f0f0f0f0f0f-82220f0f0f0f0f0f-01");
        }
    }
}
