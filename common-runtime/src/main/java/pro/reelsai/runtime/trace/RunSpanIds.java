package pro.reelsai.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Random ids, as anywhere, but for the first span of a run: that one is {@link RunTrace#root}. */
@Singleton
public class RunSpanIds implements IdGenerator {
    private final IdGenerator random = IdGenerator.random();
    private final ThreadLocal<SpanContext> next = new ThreadLocal<>();

    /** Starts a span without a parent under the ids that are given. */
    Span start(SpanContext ids, Supplier<Span> span) {
        next.set(ids);
        try {
            return span.get();
        } finally {
            next.remove();
        }
    }

    @Override
    public String generateTraceId() {
        SpanContext ids = next.get();
        return ids == null ? random.generateTraceId() : ids.getTraceId();
    }

    @Override
    public String generateSpanId() {
        SpanContext ids = next.get();
        return ids == null ? random.generateSpanId() : ids.getSpanId();
    }
}
