package pro.reelsai.local.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The process that starts again what has died; see {@link SupervisorMain}. It is the first to be stopped and the last to be
 * started, so that it never starts anything while another command does.
 */
final class Supervisor {
    private static final String NAME = "supervisor";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final StackConfig config;
    private final ProcessFile file;

    Supervisor(StackConfig config) {
        this.config = config;
        this.file = new ProcessFile(config.state().processFile(NAME));
    }

    /**
     * Starts it, unless it runs.
     *
     * @throws IOException if the system cannot start it
     */
    void start() throws IOException {
        if (file.process().isPresent()) {
            return;
        }
        List<String> command = new ArrayList<>(PartProcess.ofItsOwn());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx16m"));
        command.addAll(List.of("-cp", Parts.classPath(), SupervisorMain.class.getName()));
        command.addAll(List.of(
                config.root().toString(),
                config.state().path().toString(),
                Integer.toString(config.ports().gateway()),
                config.host()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(config.state().log(NAME).toFile()))
                .redirectInput(Redirect.from(new File("/dev/null")));
        Map<String, String> environment = builder.environment();
        // What it starts inherits them from it.
        environment.putAll(config.settings());
        environment.put(Leftovers.MARK, config.state().path().toString());
        file.write(builder.start().toHandle());
    }

    /**
     * Stops it and returns when it has ended, so that nothing is started any more.
     *
     * @throws IOException if its process cannot be looked up
     * @throws InterruptedException if the caller is interrupted
     */
    void stop() throws IOException, InterruptedException {
        List<ProcessHandle> running = file.process().stream().toList();
        running.forEach(ProcessHandle::destroy);
        if (!StackStop.awaitEnd(running, GRACE)) {
            running.forEach(ProcessHandle::destroyForcibly);
            StackStop.awaitEnd(running, GRACE);
        }
        file.delete();
    }

    /** Whether it runs. */
    boolean isRunning() throws IOException {
        return Files.exists(config.state().path()) && file.process().isPresent();
    }
}
