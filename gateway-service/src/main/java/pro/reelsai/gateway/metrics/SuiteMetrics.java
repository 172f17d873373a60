package pro.reelsai.gateway.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Shows the numbers of the suite at {@code /q/metrics}. Every gateway shows the same, so a dashboard takes the greatest and
 * never adds them up.
 */
@ApplicationScoped
public class SuiteMetrics {
    private static final Logger LOG = Logger.getLogger(SuiteMetrics.class);

    /** The labels of each; what has none in the database at a time is not shown then. */
    private static final Map<String, List<String>> LABELS = Map.of(
            "reels.runs.open", List.of("kind", "state"),
            "reels.queue.age.seconds", List.of("stage"),
            "reels.outbox.waiting", List.of(),
            "reels.outbox.age.seconds", List.of(),
            "reels.provider.cost.today.usd", List.of("provider", "model"));

    private final Figures figures;
    private final Map<String, MultiGauge> gauges = new TreeMap<>();

    public SuiteMetrics(Figures figures, MeterRegistry registry) {
        this.figures = figures;
        LABELS.keySet()
                .forEach(name -> gauges.put(name, MultiGauge.builder(name).register(registry)));
    }

    @Scheduled(every = "${reels.metrics.every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return figures.read()
                .invoke(this::show)
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("The metrics are old: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void show(List<Figure> found) {
        Map<String, List<Figure>> byName = found.stream().collect(Collectors.groupingBy(Figure::name));
        gauges.forEach((name, gauge) -> gauge.register(
                byName.getOrDefault(name, List.of()).stream()
                        .map(SuiteMetrics::row)
                        .toList(),
                true));
    }

    private static Row<?> row(Figure figure) {
        List<String> labels = LABELS.get(figure.name());
        Tags tags = Tags.empty();
        if (!labels.isEmpty()) {
            tags = tags.and(labels.getFirst(), figure.first().toLowerCase());
        }
        if (labels.size() > 1) {
            tags = tags.and(labels.getLast(), figure.second().toLowerCase());
        }
        return Row.of(tags, figure.value());
    }
}
