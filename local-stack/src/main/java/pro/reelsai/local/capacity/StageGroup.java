package pro.reelsai.local.capacity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import pro.reelsai.local.capacity.Simulation.Job;

/** The consumers of a stage within a {@link Simulation}. */
final class StageGroup {
    private final StagePool pool;
    private final Queueing queueing;
    private final Random random;
    private final Scaler scaler;
    private final List<Deque<Job>> partitions;
    private final int[] atWork;
    /** Processes that work, those among them that are to end with their job. */
    private final boolean[] busy;

    private final List<Double> waits = new ArrayList<>();
    private int processes;
    private int coming;
    private int mostProcesses;
    private int longestQueue;
    private double busySeconds;
    private double processSeconds;
    private double countedUntil;

    StageGroup(StagePool pool, Queueing queueing, Random random) {
        this.pool = pool;
        this.queueing = queueing;
        this.random = random;
        this.scaler = new Scaler(pool);
        int queues = queueing == Queueing.SHARED ? 1 : pool.partitions();
        this.partitions = IntStream.range(0, queues)
                .<Deque<Job>>mapToObj(queue -> new ArrayDeque<>())
                .toList();
        this.atWork = new int[queues];
        this.busy = new boolean[pool.most()];
        this.processes = pool.least();
        this.mostProcesses = processes;
    }

    /** Takes a request; its run's id decides on the partition, and that is as good as chance. */
    void add(Job job) {
        partitions.get(random.nextInt(partitions.size())).addLast(job);
        longestQueue = Math.max(longestQueue, waiting());
    }

    /** Every process that has nothing to do takes the oldest request of its partitions. */
    List<Begun> begin(double now) {
        List<Begun> begun = new ArrayList<>();
        for (int process = 0; process < processes; process++) {
            Integer partition = busy[process] ? null : oldest(process).orElse(null);
            if (partition != null) {
                begun.add(begin(process, partition, now));
            }
        }
        return begun;
    }

    private Optional<Integer> oldest(int process) {
        return IntStream.range(0, partitions.size())
                .filter(partition -> queueing == Queueing.SHARED || partition % processes == process)
                .filter(partition -> !partitions.get(partition).isEmpty())
                .boxed()
                .min(Comparator.comparingDouble(
                        partition -> partitions.get(partition).getFirst().requested()));
    }

    private Begun begin(int process, int partition, double now) {
        Job job = partitions.get(partition).removeFirst();
        double seconds = jobSeconds();
        busy[process] = true;
        atWork[partition]++;
        waits.add(now - job.requested());
        busySeconds += seconds;
        return new Begun(process, partition, job, seconds);
    }

    /** Log-normal: never negative, and now and then much longer. */
    private double jobSeconds() {
        double variance = Math.log(1 + pool.variation() * pool.variation());
        return pool.seconds() * Math.exp(random.nextGaussian() * Math.sqrt(variance) - variance / 2);
    }

    /** A job is done. */
    void end(Begun begun) {
        busy[begun.process()] = false;
        atWork[begun.partition()]--;
    }

    /** Asks the scaler; fewer processes are fewer at once, and how many more are to come is the answer. */
    int scale(double now) {
        int wanted = scaler.look(now, unacknowledged(), Math.min(partitionsWithLag(), pool.partitions()));
        if (wanted < processes) {
            count(now);
            processes = wanted;
        }
        int more = Math.max(0, wanted - processes - coming);
        coming += more;
        return more;
    }

    private int unacknowledged() {
        return waiting() + IntStream.of(atWork).sum();
    }

    private int waiting() {
        return partitions.stream().mapToInt(Deque::size).sum();
    }

    private int partitionsWithLag() {
        return queueing == Queueing.SHARED
                ? unacknowledged()
                : (int) IntStream.range(0, atWork.length)
                        .filter(partition -> atWork[partition] > 0
                                || !partitions.get(partition).isEmpty())
                        .count();
    }

    /** So many processes have come up. */
    void join(int more, double now) {
        count(now);
        coming -= more;
        processes = Math.min(pool.most(), processes + more);
        mostProcesses = Math.max(mostProcesses, processes);
    }

    boolean isIdle() {
        return unacknowledged() == 0;
    }

    private void count(double now) {
        processSeconds += processes * (now - countedUntil);
        countedUntil = now;
    }

    /** What was seen until now. */
    SimulatedStage report(double now) {
        count(now);
        return new SimulatedStage(
                pool.stage(),
                Spread.of(waits),
                busySeconds / processSeconds,
                processSeconds / now,
                mostProcesses,
                longestQueue);
    }

    /**
     * A job that a process has begun.
     *
     * @param process which
     * @param partition from which
     * @param job what
     * @param seconds how long it takes
     */
    record Begun(int process, int partition, Job job, double seconds) {}
}
