package pro.reelsai.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The processes that belong to a stack although no file names them: children of a part that was killed, or a part
 * whose launcher was killed before it could write the file. All of them have inherited a mark in their environment.
 */
final class Leftovers {
    /** The variable that marks a stack's processes; its value is the state directory. */
    static final String MARK = "REELS_STACK";

    private static final Path PROC = Path.of("/proc");

    private final String mark;

    Leftovers(StateDirectory state) {
        this.mark = MARK + "=" + state.path();
    }

    /** The marked processes; none where the system does not show environments. */
    List<ProcessHandle> find() {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(this::isMarked)
                .toList();
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            String environment = Files.readString(
                    PROC.resolve(Long.toString(process.pid())).resolve("environ"), StandardCharsets.ISO_8859_1);
            for (String variable : environment.split("\0")) {
                if (variable.equals(mark)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return false;
        }
    }
}
