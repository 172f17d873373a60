package pro.reelsai.local.capacity;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many processes of a stage Kubernetes wants, by the rules of {@code k8s/components/keda}: as many as there are
 * requests that are not acknowledged, but no more than partitions that have one; more at once, fewer one a minute and only
 * when ten minutes have asked for fewer.
 *
 * <p>KEDA's Kafka scaler: {@code lagThreshold}, {@code limitToPartitionsWithLag}
 * (<a href="https://keda.sh/docs/latest/scalers/apache-kafka/">keda.sh</a>). Kubernetes' horizontal autoscaler:
 * {@code stabilizationWindowSeconds} and policies.
 */
final class Scaler {
    /** How often KEDA looks. */
    static final double POLLING_SECONDS = 15;

    private static final double STABILIZATION_SECONDS = 600;
    private static final double SCALE_DOWN_SECONDS = 60;

    private final StagePool pool;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private double lastFewer = Double.NEGATIVE_INFINITY;
    private int wanted;

    Scaler(StagePool pool) {
        this.pool = pool;
        this.wanted = pool.least();
    }

    /**
     * Looks at the queue.
     *
     * @param now in seconds
     * @param unacknowledged how many requests wait or are worked on
     * @param partitionsWithLag on how many partitions they are
     * @return how many processes there should be
     */
    int look(double now, int unacknowledged, int partitionsWithLag) {
        int wish = Math.clamp(Math.min(unacknowledged, partitionsWithLag), pool.least(), pool.most());
        wishes.addLast(new Wish(now, wish));
        while (wishes.getFirst().at() < now - STABILIZATION_SECONDS) {
            wishes.removeFirst();
        }
        int stable = wishes.stream().mapToInt(Wish::processes).max().orElse(wish);
        if (wish > wanted) {
            wanted = wish;
        } else if (stable < wanted && now - lastFewer >= SCALE_DOWN_SECONDS) {
            wanted--;
            lastFewer = now;
        }
        return wanted;
    }

    private record Wish(double at, int processes) {}
}
