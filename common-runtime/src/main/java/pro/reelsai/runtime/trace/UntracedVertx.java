package pro.reelsai.runtime.trace;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import jakarta.inject.Singleton;

/**
 * Takes out of Vert.x what the OpenTelemetry extension puts into every request of it, its SDK disabled or not. The spans of
 * a run are made by hand; a request that starts none has to pay nothing.
 */
@Singleton
public class UntracedVertx implements VertxOptionsCustomizer {
    @Override
    public void accept(VertxOptions options) {
        options.setMetricsOptions(new MetricsOptions().setEnabled(false));
        options.setTracingOptions(null);
    }
}
