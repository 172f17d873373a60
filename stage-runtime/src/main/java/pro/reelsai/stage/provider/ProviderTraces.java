package pro.reelsai.stage.provider;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import pro.reelsai.runtime.trace.RunTracer;
import pro.reelsai.stage.provider.ProviderException.Reason;

/**
 * A span for every request to a provider, below that of the try which makes it; none for what is asked outside of a try.
 * Providers themselves are told nothing.
 */
@ApplicationScoped
public class ProviderTraces {
    private final RunTracer tracer;

    ProviderTraces(RunTracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Makes a request within a span.
     *
     * @param provider its name in the configuration
     * @param count which request it is for the same answer, from 1
     */
    <T> T request(String provider, int count, Request<T> request) throws InterruptedException {
        if (!Span.current().getSpanContext().isValid()) {
            return request.make();
        }
        Span span = tracer.span(provider, SpanKind.CLIENT)
                .setAttribute("peer.service", provider)
                .setAttribute("reels.request", count)
                .startSpan();
        try {
            return request.make();
        } catch (ProviderException e) {
            span.setAttribute("error.type", e.reason().name()).setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    /**
     * Makes a request within a span, for callers whose requests fail in ways of their own.
     *
     * @param provider its name in the configuration
     * @param reason what a failure means
     */
    <T> T watch(String provider, Function<RuntimeException, Reason> reason, Supplier<T> request) {
        if (!Span.current().getSpanContext().isValid()) {
            return request.get();
        }
        Span span = tracer.span(provider, SpanKind.CLIENT)
                .setAttribute("peer.service", provider)
                .startSpan();
        try {
            return request.get();
        } catch (RuntimeException e) {
            span.setAttribute("error.type", reason.apply(e).name()).setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    /** One request. */
    interface Request<T> {
        T make() throws InterruptedException;
    }
}
