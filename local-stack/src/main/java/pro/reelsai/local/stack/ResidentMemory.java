package pro.reelsai.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes hold (VmRSS of proc(5)). */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** The resident memory of one process in MiB; 0 where it has ended or the system does not tell. */
    public static long mebibytes(long pid) {
        return mebibytes(pid, "VmRSS:");
    }

    /** The most resident memory that one process has had in MiB; 0 where it has ended or the system does not tell. */
    public static long peakMebibytes(long pid) {
        return mebibytes(pid, "VmHWM:");
    }

    private static long mebibytes(long pid, String line) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(candidate -> candidate.startsWith(line))
                            .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            // It has ended between the two looks.
            return 0;
        }
    }

    /** The resident memory of a process's descendants in MiB; pages they share are counted for each. */
    public static long mebibytesOfChildren(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> process.descendants()
                        .mapToLong(child -> mebibytes(child.pid()))
                        .sum())
                .orElse(0L);
    }
}
