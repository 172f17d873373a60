package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.reelsai.gateway.Patience.eventually;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.StageRequested;

@GatewayTest
class TracingTest {
    @Inject
    InMemorySpanExporter exporter;

    @Inject
    Vertx vertx;

    @Test
    void holdsTheStartOfARunItsWayThroughTheOutboxAndWhatItsEventsChange() {
        // Given
        Caller caller = new Caller();
        String run = caller.startAd(caller.readyProject());
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, run);

        // When
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "Nobody speaks."));

        // Then
        eventually(() -> assertThat(trace(run)).hasSize(3));
        Map<String, SpanData> spans =
                trace(run).stream().collect(Collectors.toMap(SpanData::getName, Function.identity()));
        SpanData first = spans.get("run");
        assertThat(first.getParentSpanContext().isValid()).isFalse();
        assertThat(first.getEndEpochNanos()).isGreaterThan(first.getStartEpochNanos());
        assertThat(spans.get("outbox").getParentSpanId()).isEqualTo(first.getSpanId());
        assertThat(spans.get("projection").getParentSpanId()).isEqualTo(first.getSpanId());
    }

    @Test
    void addsNothingToARequestThatStartsNoRun() {
        assertThat(vertx.isMetricsEnabled()).isFalse();
        assertThat(((VertxInternal) vertx).tracer()).isNull();
    }

    private List<SpanData> trace(String run) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(run.replace("-", "")))
                .toList();
    }

    /** A collector of traces that tests can ask. */
    @Singleton
    static class Collector {
        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
