package pro.reelsai.local.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Plays days of ads through the stages, event by event: requests on partitions, consumers that own partitions and do one
 * job at a time, and a scaler that adds and removes them. Times are seconds from the start. The same seed gives the same
 * days.
 *
 * <p>Not played: failures and retries, the time that Kafka takes (milliseconds against seconds), pauses while a group
 * rebalances (cooperative assignment stops only the partitions that move), and machines that are shared.
 */
public final class Simulation {
    private static final double DAY = 86_400;

    private final Arrivals arrivals;
    private final Queueing queueing;
    private final double startUp;
    private final Random random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingLong(Event::number));
    private final List<StageGroup> groups = new ArrayList<>();
    private final List<Double> adSeconds = new ArrayList<>();
    private long numbers;
    private double now;

    private Simulation(List<StagePool> pools, Arrivals arrivals, Queueing queueing, double startUp, long seed) {
        this.arrivals = arrivals;
        this.queueing = queueing;
        this.startUp = startUp;
        this.random = new Random(seed);
        pools.forEach(pool -> groups.add(new StageGroup(pool, queueing, random)));
    }

    /**
     * Plays.
     *
     * @param pools the stages in their order
     * @param arrivals when ads are asked for
     * @param queueing how requests find a process
     * @param startUp how many seconds a new process needs until it consumes
     * @param seed of all chance
     */
    public static SimulatedDays play(
            List<StagePool> pools, Arrivals arrivals, Queueing queueing, double startUp, long seed) {
        return new Simulation(pools, arrivals, queueing, startUp, seed).play();
    }

    private SimulatedDays play() {
        double end = arrivals.days() * DAY;
        at(arrivals.next(0, random), this::arrive);
        at(Scaler.POLLING_SECONDS, this::scale);
        while (!events.isEmpty()) {
            Event event = events.remove();
            now = event.at();
            event.action().run();
            if (now > end && groups.stream().allMatch(StageGroup::isIdle)) {
                break;
            }
        }
        return new SimulatedDays(
                Spread.of(adSeconds),
                groups.stream().map(group -> group.report(now)).toList());
    }

    private void arrive() {
        request(0, new Ad(now));
        double next = arrivals.next(now, random);
        if (next < arrivals.days() * DAY) {
            at(next, this::arrive);
        }
    }

    private void request(int stage, Ad ad) {
        groups.get(stage).add(new Job(ad, now));
        work(stage);
    }

    private void work(int stage) {
        for (StageGroup.Begun begun : groups.get(stage).begin(now)) {
            at(now + begun.seconds(), () -> {
                groups.get(stage).end(begun);
                if (stage + 1 < groups.size()) {
                    request(stage + 1, begun.job().ad());
                } else {
                    adSeconds.add(now - begun.job().ad().asked());
                }
                work(stage);
            });
        }
    }

    private void scale() {
        for (int stage = 0; stage < groups.size(); stage++) {
            int changed = stage;
            int more = groups.get(stage).scale(now);
            if (more > 0) {
                at(now + startUp, () -> {
                    groups.get(changed).join(more, now);
                    work(changed);
                });
            }
            work(stage);
        }
        at(now + Scaler.POLLING_SECONDS, this::scale);
    }

    private void at(double when, Runnable action) {
        events.add(new Event(when, numbers++, action));
    }

    private record Event(double at, long number, Runnable action) {}

    /**
     * An ad.
     *
     * @param asked when it was asked for
     */
    record Ad(double asked) {}

    /**
     * A request to a stage.
     *
     * @param ad the ad
     * @param requested when
     */
    record Job(Ad ad, double requested) {}
}
