package pro.reelsai.local.render;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a piece of work has cost, this process and all that it has started.
 *
 * @param cpuSeconds user and system time
 * @param wallSeconds how long it took
 * @param childrenMebibytes the most memory that its children held at once
 */
record Cost(double cpuSeconds, double wallSeconds, long childrenMebibytes) {
    private static final long LOOK_MILLISECONDS = 100;

    /** Of the fields of proc_pid_stat(5) behind the name: own user time; own system time and the children's two follow. */
    private static final int USER_TIME = 11;

    private static final double TICKS_PER_SECOND = 100;
    private static final double NANOS = 1e9;

    /**
     * A piece of work that is done.
     *
     * @param result what it gave
     * @param cost what it has cost
     */
    record Measured<T>(T result, Cost cost) {}

    /** Does a piece of work and says what it has cost; children count once they have ended, watching them does not count. */
    static <T> Measured<T> of(Callable<T> work) throws Exception {
        AtomicLong peak = new AtomicLong();
        AtomicLong watching = new AtomicLong();
        Thread watch = Thread.ofPlatform().daemon().name("memory-watch").start(() -> watch(peak, watching));
        double cpu = cpu();
        long begin = System.nanoTime();
        T result;
        try {
            result = work.call();
        } finally {
            watch.interrupt();
            watch.join();
        }
        double wall = (System.nanoTime() - begin) / NANOS;
        return new Measured<>(result, new Cost(cpu() - cpu - watching.get() / NANOS, wall, peak.get()));
    }

    Cost plus(Cost other) {
        return new Cost(
                cpuSeconds + other.cpuSeconds,
                wallSeconds + other.wallSeconds,
                Math.max(childrenMebibytes, other.childrenMebibytes));
    }

    private static double cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = USER_TIME; i < USER_TIME + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static void watch(AtomicLong peak, AtomicLong cpuNanos) {
        while (!Thread.currentThread().isInterrupted()) {
            long held = ProcessHandle.current()
                    .descendants()
                    .mapToLong(child -> kibibytes(child.pid()))
                    .sum();
            peak.accumulateAndGet(held / 1024, Math::max);
            cpuNanos.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            try {
                Thread.sleep(LOOK_MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static long kibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            // It has ended between the two looks.
            return 0;
        }
    }
}
