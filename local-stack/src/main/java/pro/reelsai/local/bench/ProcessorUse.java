package pro.reelsai.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The processor time that a process has used, and its children where they are counted in (proc_pid_stat(5)). The JVM's compilers are left out: how
 * long they go on says something of the warm-up, and nothing of a request.
 *
 * @param pid the process
 * @param withChildren whether what it has started counts too
 */
record ProcessorUse(long pid, boolean withChildren) {
    /** Linux counts in these, whatever its timer does. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** Of the fields behind the name: user time; system time follows. */
    private static final int USER_TIME = 11;

    /** User and system time so far. */
    Duration soFar() {
        return time(thread -> !isCompiler(thread));
    }

    /** What the compilers have used so far. */
    Duration ofCompilers() {
        return time(ProcessorUse::isCompiler);
    }

    private Duration time(Predicate<String> threads) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process ->
                        Stream.concat(Stream.of(process), withChildren ? process.descendants() : Stream.empty()))
                .map(process -> time(process.pid(), threads))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean isCompiler(String thread) {
        return thread.startsWith("C1 Compil") || thread.startsWith("C2 Compil");
    }

    private static Duration time(long process, Predicate<String> counted) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            return threads.map(thread -> ofThread(thread, counted)).reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            // It has ended between the two looks.
            return Duration.ZERO;
        }
    }

    private static Duration ofThread(Path thread, Predicate<String> counted) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return counted.test(name)
                    ? TICK.multipliedBy(Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]))
                    : Duration.ZERO;
        } catch (IOException e) {
            // It has ended between the two looks.
            return Duration.ZERO;
        }
    }
}
