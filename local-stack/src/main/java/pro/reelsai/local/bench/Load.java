package pro.reelsai.local.bench;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.config.SessionLimitPolicy;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.api.HttpRequestWriter;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.statistics.HttpStats;
import io.hyperfoil.http.steps.HttpRequestStepBuilder;
import io.hyperfoil.http.steps.HttpStepCatalog;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Puts load on a route, over connections that stay open. Hyperfoil makes it, because it can keep to a rate whatever the
 * answers do (an open model): a generator that waits for each answer before it sends the next request hides how long the
 * requests would have waited that it did not send.
 */
final class Load {
    /** How many connections there are. */
    static final int CONNECTIONS = 32;

    private static final String PHASE = "load";
    private static final int MOST_WAITING = 2_000;

    private final URI gateway;

    /**
     * @param gateway where the gateway is
     */
    Load(URI gateway) {
        this.gateway = gateway;
        System.setProperty("log4j2.configurationFile", String.valueOf(Load.class.getResource("log4j2.properties")));
    }

    /** As much as the gateway carries: every connection sends its next request when it has the answer to the last. */
    LoadResult full(Target target, Duration duration) {
        return run(target, duration, builder -> builder.addPhase(PHASE).always(CONNECTIONS));
    }

    /**
     * A steady rate, in the irregular way in which many independent users arrive.
     *
     * @param rate requests a second
     */
    LoadResult steady(Target target, Duration duration, int rate) {
        return run(target, duration, builder -> builder.addPhase(PHASE)
                .constantRate(rate)
                .variance(true)
                .maxSessions(MOST_WAITING)
                .sessionLimitPolicy(SessionLimitPolicy.CONTINUE));
    }

    private LoadResult run(Target target, Duration duration, Function<BenchmarkBuilder, PhaseBuilder<?>> phase) {
        BenchmarkBuilder builder = BenchmarkBuilder.builder()
                .name(target.name())
                .threads(1)
                .addPlugin(HttpPluginBuilder::new)
                .http()
                .host(gateway.getHost())
                .port(gateway.getPort())
                .allowHttp2(false)
                .sharedConnections(CONNECTIONS)
                .endHttp()
                .endPlugin();
        HttpRequestStepBuilder request = phase.apply(builder)
                .duration(duration.toMillis())
                .scenario()
                .initialSequence("request")
                .step(HttpStepCatalog.SC)
                .httpRequest(HttpMethod.valueOf(target.method()))
                .path(session -> target.path().get())
                .headerAppender((session, writer) -> authorize(target, writer))
                .timeout(duration.toMillis(), TimeUnit.MILLISECONDS);
        if (target.body() != null) {
            request.headers().header("Content-Type", "application/json");
            request.body(target.body());
        }
        return measure(builder.build(), duration);
    }

    private static void authorize(Target target, HttpRequestWriter writer) {
        String token = target.token().apply(writer.request().path);
        if (!token.isEmpty()) {
            writer.putHeader("Authorization", token);
        }
    }

    private static LoadResult measure(Benchmark benchmark, Duration duration) {
        StatisticsSnapshot all = new StatisticsSnapshot();
        new LocalSimulationRunner(
                        benchmark, (phase, step, metric, snapshot, countDown) -> all.add(snapshot), null, null)
                .run();
        HttpStats http = HttpStats.get(all);
        int refused = all.responseCount - http.status_2xx;
        long errors = refused + all.connectionErrors + all.requestTimeouts + all.internalErrors + (long) all.invalid;
        return new LoadResult(
                all.responseCount / (duration.toMillis() / 1000.0),
                all.responseCount,
                errors,
                all.histogram.getValueAtPercentile(50) / 1e6,
                all.histogram.getValueAtPercentile(99) / 1e6);
    }
}
