package pro.reelsai.stage;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A collector of traces that tests can ask. */
@Singleton
class CollectedSpans {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    @Produces
    @Singleton
    InMemorySpanExporter exporter() {
        return exporter;
    }

    /** The spans of a run's trace that have ended, in the order of their starts. */
    List<SpanData> of(UUID run) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(run.toString().replace("-", "")))
                .sorted(Comparator.comparing(SpanData::getStartEpochNanos))
                .toList();
    }
}
