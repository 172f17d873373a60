package pro.reelsai.local.vendor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Tool {
    private static final int MOST_SECONDS = 120;

    private Tool() {}

    /**
     * Runs a program.
     *
     * @return what it printed
     * @throws IOException if it is missing or fails
     */
    static String run(List<String> command, Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve("printed.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", directory.toString());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command.getFirst() + " did not end");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        String printed = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
        if (process.exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed: " + printed.strip());
        }
        return printed;
    }
}
