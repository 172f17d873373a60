package pro.reelsai.runtime.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of one job, gone when it is closed, whatever happened in between. */
public final class WorkDirectory implements AutoCloseable {
    private final Path path;

    private WorkDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes an empty directory of its own for a job of a project.
     *
     * @param workspace where all projects' directories lie
     * @throws IOException if the disk is full or not writable
     */
    public static WorkDirectory create(Path workspace, UUID project) throws IOException {
        Path parent = workspace.toAbsolutePath().resolve(project.toString());
        Files.createDirectories(parent);
        return new WorkDirectory(Files.createTempDirectory(parent, "working-"));
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            deleteTree(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Work directory " + path + " could not be removed", e);
        }
    }

    /**
     * Removes a directory and all that is in it; one that is not there is fine.
     *
     * @throws IOException if something in it cannot be removed
     */
    public static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                // A process that was just killed may still remove its own temporary files beside us.
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
