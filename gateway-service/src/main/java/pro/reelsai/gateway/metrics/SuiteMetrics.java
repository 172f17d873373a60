package pro.reelsai.gateway.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.run.QueueAges;
import pro.reelsai.model.Stage;

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
            "reels.provider.cost.today.usd", List.of("provider", "model"),
            "reels.credits.reserved", List.of());

    private final Figures figures;
    private final QueueAges ages;
    private final Map<String, MultiGauge> gauges = new TreeMap<>();

    public SuiteMetrics(Figures figures, QueueAges ages, MeterRegistry registry) {
        this.figures = figures;
        this.ages = ages;
        LABELS.keySet()
                .forEach(name -> gauges.put(name, MultiGauge.builder(name).register(registry)));
    }

    @Scheduled(every = "${reels.metrics.every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return figures.read()
                .chain(found -> ages.read().invoke(waiting -> show(join(found, waiting))))
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("The metrics are old: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static List<Figure> join(List<Figure> figures, Map<Stage, Duration> ages) {
        return Stream.concat(
                        figures.stream(),
                        ages.entrySet().stream()
                                .map(age -> new Figure(
                                        "reels.queue.age.seconds",
                                        age.getKey().name(),
                                        "",
                                        age.getValue().toMillis() / 1000.0)))
                .toList();
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
