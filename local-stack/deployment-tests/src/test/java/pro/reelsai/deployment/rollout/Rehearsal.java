package pro.reelsai.deployment.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pro.reelsai.deployment.repository.Repository;

/**
 * Runs a script of the repository with a stand-in for the program that it drives.
 *
 * @param folder where the stand-in lies and what it writes; a new one for each test
 */
record Rehearsal(Path folder) {
    /**
     * What came of it.
     *
     * @param exit the exit code
     * @param said what it printed
     * @param asked each call of the program, with its arguments
     */
    record Outcome(int exit, String said, List<String> asked) {}

    /** Puts a program in front of all others; its script finds its arguments in {@code $*}, which are written down. */
    void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\necho \"$*\" >> '%s'\n%s\n".formatted(folder.resolve("asked"), script));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** Runs a script. */
    Outcome run(Map<String, String> environment, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", Repository.path(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, own) -> own + path);
        builder.redirectOutput(folder.resolve("said").toFile());
        Process process = builder.start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(script + " hangs");
        }
        Path asked = folder.resolve("asked");
        return new Outcome(
                process.exitValue(),
                Files.readString(folder.resolve("said")),
                Files.exists(asked) ? Files.readAllLines(asked) : List.of());
    }
}
