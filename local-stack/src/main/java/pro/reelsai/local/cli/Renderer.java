package pro.reelsai.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StopOnInterrupt;

/** A program that runs the stages without the suite: in a process of its own, because their libraries are not the launcher's. */
enum Renderer {
    BENCHMARK("pro.reelsai.local.render.RenderBenchmark", "target/bench"),
    GALLERY("pro.reelsai.local.render.Gallery", "target/gallery");

    private static final String JAR = "local-stack/render-bench/target/render-bench.jar";

    private final String mainClass;
    private final String folder;

    Renderer(String mainClass, String folder) {
        this.mainClass = mainClass;
        this.folder = folder;
    }

    /**
     * Runs it; what it prints is seen.
     *
     * @param root the repository
     * @throws StackException if it is not built, or fails
     */
    // What is closed at the end of the block need not be named in it.
    @SuppressWarnings("try")
    void run(Path root) throws StackException, IOException, InterruptedException {
        Path jar = root.resolve(JAR);
        if (!Files.exists(jar)) {
            throw new StackException("Not built yet: " + jar + " is missing. Build it: ./mvnw -Dquick package");
        }
        Process process = new ProcessBuilder(command(jar, root.resolve(folder)))
                .inheritIO()
                .start();
        try (StopOnInterrupt guard = StopOnInterrupt.guard(process::destroy)) {
            int code = process.waitFor();
            if (code != 0) {
                throw new StackException("It has failed, and has said why above.");
            }
        }
    }

    private List<String> command(Path jar, Path output) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar.toString(),
                mainClass,
                output.toString());
    }
}
