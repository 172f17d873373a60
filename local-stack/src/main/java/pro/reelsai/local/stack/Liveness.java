package pro.reelsai.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a process that runs from one that has ended but was never collected by its parent. */
final class Liveness {
    private Liveness() {}

    /** Whether a process runs. In a container whose first process collects no children, the dead stay listed. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            if (!Files.exists(stat)) {
                return false;
            }
            String text = Files.readString(stat);
            // proc(5): the state follows the name, which stands in parentheses and may hold anything.
            return text.startsWith(") Z", text.lastIndexOf(')'));
        } catch (IOException e) {
            // It has ended between the two looks.
            return true;
        }
    }
}
