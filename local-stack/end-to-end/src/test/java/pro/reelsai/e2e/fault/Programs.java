package pro.reelsai.e2e.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import pro.reelsai.local.stack.StackConfig;

/** Programs that the services start. */
final class Programs {
    private static final Set<String> NAMES = Set.of("ffmpeg", "ffprobe", "festival", "flite");

    private Programs() {}

    /** Those that a suite's services have started and that still run, by name and process id. */
    static List<String> of(StackConfig config) throws IOException {
        String mark = "REELS_STACK=" + config.state().path();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(path -> NAMES.contains(read(path.resolve("comm")).strip()))
                    .filter(path -> read(path.resolve("environ")).contains(mark))
                    .map(path -> read(path.resolve("comm")).strip() + " " + path.getFileName())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended between the two looks
        }
    }
}
