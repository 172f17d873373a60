package pro.reelsai.deployment.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
public final class Repository {
    private static final Path ROOT = find(Path.of("").toAbsolutePath());

    private Repository() {}

    /** A file or folder of it. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** What a text file of it holds. */
    public static String read(String relative) {
        return read(path(relative));
    }

    /** What a text file holds. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder whose name has this ending, in order. */
    public static List<Path> files(String folder, String ending) {
        try (Stream<Path> found = Files.walk(path(folder))) {
            return found.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("reels")) && Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Not in the repository: " + from);
    }
}
