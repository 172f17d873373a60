package pro.reelsai.local.bench;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The processor time that a process and its children have used, those that have ended left out.
 *
 * @param pid the process
 */
record ProcessorUse(long pid) {
    /** User and system time so far. */
    Duration soFar() {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
