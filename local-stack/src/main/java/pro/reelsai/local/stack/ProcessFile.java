package pro.reelsai.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The file that remembers a process by its id and its start, so that a recycled id is never taken for it. */
final class ProcessFile {
    private final Path path;

    ProcessFile(Path path) {
        this.path = path;
    }

    void write(ProcessHandle process) throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".tmp");
        Files.writeString(draft, process.pid() + "\n" + start(process) + "\n");
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> process() throws IOException {
        if (!exists()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(path);
        if (lines.size() < 2) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter(Liveness::isRunning)
                .filter(process -> start(process).equals(lines.get(1)));
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
