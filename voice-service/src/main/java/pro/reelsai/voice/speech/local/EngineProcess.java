package pro.reelsai.voice.speech.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;

/**
 * Runs a speech engine to its end.
 *
 * @param name what the user calls the engine
 * @param debianPackages what to install where it is missing
 * @param timeout after how long it is killed
 */
public record EngineProcess(String name, String debianPackages, Duration timeout) {
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * Runs the engine; its output goes through files, so that it never waits for a reader.
     *
     * @param command the executable and its arguments; none of them is a user's text
     * @param directory where it runs, also its home, so that no one's personal settings are read
     * @return what it printed, and its exit code
     * @throws StageException if it is not installed, or does not end in time
     * @throws IOException if the disk fails
     * @throws InterruptedException if the caller is interrupted; no process is left behind
     */
    public Ended run(List<String> command, Path directory) throws StageException, IOException, InterruptedException {
        Path stdout = Files.createTempFile(directory, "engine", ".out");
        Path stderr = Files.createTempFile(directory, "engine", ".err");
        Process process = start(command, directory, stdout, stderr);
        try {
            process.getOutputStream().close();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientStageException(
                        FailureCode.TIMED_OUT, name + " did not end within " + timeout.toSeconds() + " s", null);
            }
        } finally {
            end(process);
        }
        return new Ended(process.exitValue(), read(stdout), read(stderr));
    }

    /** What to tell a user whose machine lacks the engine or its voice. */
    PermanentStageException missing(Throwable cause) {
        return new PermanentStageException(
                FailureCode.VOICE_UNAVAILABLE,
                "The local voice needs %s. Install it with: apt-get install %s".formatted(name, debianPackages),
                cause);
    }

    private Process start(List<String> command, Path directory, Path stdout, Path stderr) throws StageException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().put("HOME", directory.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw missing(e);
        }
    }

    /** Kills what is left and waits until it is gone: it could still write into a directory that is being deleted. */
    private static void end(Process process) {
        List<ProcessHandle> left = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(handle -> handle.onExit()
                .completeOnTimeout(handle, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join());
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    /**
     * An engine that has ended.
     *
     * @param exitCode 0 for success, as far as the engine keeps to that
     * @param stdout what it printed
     * @param stderr what it complained about
     */
    public record Ended(int exitCode, String stdout, String stderr) {
        /** The first line of the complaint, for the log. */
        String complaint() {
            return stderr.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
        }
    }
}
