package pro.reelsai.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part as a process of the operating system that outlives this one. */
final class PartProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int TAIL_BYTES = 6000;

    private final Part part;
    private final StateDirectory state;
    private final ProcessFile file;

    PartProcess(Part part, StateDirectory state) {
        this.part = part;
        this.state = state;
        this.file = new ProcessFile(state.processFile(part.name()));
    }

    Part part() {
        return part;
    }

    /**
     * Starts it and remembers it.
     *
     * @throws IOException if the system cannot start it
     */
    void start() throws IOException {
        Files.deleteIfExists(state.restartsFile(part.name()));
        launch();
    }

    private void launch() throws IOException {
        Files.deleteIfExists(state.readyFile(part.name()));
        List<String> command = new ArrayList<>(ofItsOwn());
        command.addAll(part.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(state.log(part.name()).toFile()))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(part.environment());
        builder.environment().put(Leftovers.MARK, state.path().toString());
        file.write(builder.start().toHandle());
    }

    /** What begins the command of a process that outlives this one. */
    static List<String> ofItsOwn() {
        // A session of its own: Ctrl-C in the launcher's terminal is not for the parts.
        return Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
    }

    /**
     * Starts it once more after it has died, and counts that.
     *
     * @throws IOException if the system cannot start it
     */
    void restart() throws IOException {
        Files.writeString(state.restartsFile(part.name()), Integer.toString(restarts() + 1));
        launch();
    }

    /** How often it was started again by itself since somebody started it. */
    int restarts() throws IOException {
        Path count = state.restartsFile(part.name());
        return Files.exists(count) ? Integer.parseInt(Files.readString(count).strip()) : 0;
    }

    /** Whether it was started and has ended by itself. */
    boolean hasDied() throws IOException {
        return file.exists() && file.process().isEmpty();
    }

    /** The process, if it runs. */
    Optional<ProcessHandle> process() throws IOException {
        return file.process();
    }

    void forget() throws IOException {
        file.delete();
        Files.deleteIfExists(state.readyFile(part.name()));
        Files.deleteIfExists(state.restartsFile(part.name()));
    }

    PartState state() throws IOException, InterruptedException {
        Optional<ProcessHandle> process = process();
        if (process.isEmpty()) {
            return file.exists() ? PartState.DEAD : PartState.STOPPED;
        }
        return part.readiness().isReady(process.get().pid()) ? PartState.READY : PartState.STARTING;
    }

    /** The end of what it has printed. */
    String logTail() throws IOException {
        Path log = state.log(part.name());
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, in.length() - TAIL_BYTES);
            in.seek(start);
            byte[] bytes = new byte[(int) (in.length() - start)];
            in.readFully(bytes);
            String tail = new String(bytes, StandardCharsets.UTF_8);
            return start == 0 ? tail : tail.substring(tail.indexOf('\n') + 1);
        }
    }
}
