package pro.reelsai.local.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.PartStatus;
import pro.reelsai.local.stack.ResidentMemory;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StackListener;

/**
 * Measures what it costs to start each part: the processor time and the memory it has used when it first says that it is
 * ready. All services start at the same time and share the machine, as {@code ./reels up} starts them.
 */
public final class StartupBenchmark {
    /** The median is shown. */
    private static final int STARTS = 3;

    private final LocalStack stack;
    private final PrintWriter out;

    /**
     * @param stack does not run
     * @param out is told what is going on
     */
    public StartupBenchmark(LocalStack stack, PrintWriter out) {
        this.stack = stack;
        this.out = out;
    }

    /** Starts the suite once, to make its database and for the JVMs to learn their starts; then measures. */
    public StartupReport run() throws StackException, InterruptedException {
        stack.up(StackListener.SILENT);
        stack.down();
        List<StartupReport.Start> starts = new ArrayList<>();
        for (int i = 1; i <= STARTS; i++) {
            Watch watch = new Watch();
            long begin = System.nanoTime();
            stack.up(watch);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
            stack.down();
            starts.add(new StartupReport.Start(elapsed, watch.costs));
            out.printf("start %d of %d: ready after %.1f s%n", i, STARTS, elapsed.toMillis() / 1000.0);
            out.flush();
        }
        return new StartupReport(starts);
    }

    /** Looks at each part when it has become ready. */
    private final class Watch implements StackListener {
        private final Map<String, StartupReport.Cost> costs = new HashMap<>();
        private final Map<String, Long> pids = new HashMap<>();

        @Override
        public void started(String part) {}

        @Override
        public void ready(String part, Duration after) {
            Long pid = pids.containsKey(part) ? pids.get(part) : find(part);
            if (pid != null) {
                Duration processor = ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO);
                costs.put(part, new StartupReport.Cost(processor, ResidentMemory.mebibytes(pid), after));
            }
        }

        private @Nullable Long find(String part) {
            try {
                for (PartStatus status : stack.status()) {
                    if (status.pid() != null) {
                        pids.put(status.name(), status.pid());
                    }
                }
            } catch (StackException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return pids.get(part);
        }
    }
}
