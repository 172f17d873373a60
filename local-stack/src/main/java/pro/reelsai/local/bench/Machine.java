package pro.reelsai.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a measurement was made on.
 *
 * @param processors how many the JVM may use
 * @param processor the maker's name of them; empty where the system does not tell
 * @param memoryMebibytes how much memory there is
 * @param system the operating system and its version
 * @param java the JVM of all parts
 */
public record Machine(int processors, String processor, long memoryMebibytes, String system, String java) {
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    private static final String NAME = "model name";

    /** This one. */
    public static Machine here() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                processorName(),
                system.getTotalMemorySize() >> 20,
                system.getName() + " " + system.getVersion(),
                Runtime.version().toString());
    }

    private static String processorName() throws IOException {
        if (!Files.exists(DESCRIPTION)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(DESCRIPTION)) {
            return lines.filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public String toString() {
        return "%d processors%s, %.0f GiB, %s, Java %s"
                .formatted(
                        processors,
                        processor.isEmpty() ? "" : " (" + processor + ")",
                        memoryMebibytes / 1024.0,
                        system,
                        java);
    }
}
