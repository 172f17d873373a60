package pro.reelsai.stage.internal;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import pro.reelsai.runtime.work.WorkDirectory;
import pro.reelsai.stage.StageConfig;

/**
 * This process's share of the workspace. Several services may work in one workspace, in containers of their own even, so
 * no process id says who is alive: each holds a lock on a file beside its folder, which the system lets go when the
 * process dies, however it dies. Who starts removes the folders whose lock nobody holds.
 */
@Startup
@ApplicationScoped
public class Workspace {
    private static final Logger LOG = Logger.getLogger(Workspace.class);
    private static final String LOCK = ".lock";

    private final String name;
    private final Path folder;
    private final FileChannel lock;

    /**
     * Takes a share of the workspace and removes what dead processes have left.
     *
     * @throws UncheckedIOException if the workspace cannot be written to
     */
    public Workspace(StageConfig config) {
        Path root = config.workspace().toAbsolutePath();
        try {
            Files.createDirectories(root);
            removeLeftovers(root);
            name = config.name().wireName() + "-" + UUID.randomUUID();
            folder = root.resolve(name);
            // Locked before the folder is made, so that there is never a folder without its lock.
            lock = lock(root.resolve(name + LOCK));
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace " + root + " cannot be used", e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            if (Files.exists(file)) {
                return channel;
            }
            channel.close(); // another start came between, and took it for a leftover
        }
    }

    /** Where the jobs of this process keep their files. */
    Path folder() {
        return folder;
    }

    /** An empty directory for a job. */
    WorkDirectory directoryFor(UUID project) throws IOException {
        return WorkDirectory.create(folder, project);
    }

    @PreDestroy
    void giveBack() {
        try {
            WorkDirectory.deleteTree(folder);
            Files.deleteIfExists(folder.resolveSibling(name + LOCK));
            lock.close();
        } catch (IOException e) {
            LOG.warnf("REELS-0140 %s is left for the next start to remove: %s", folder, e.getMessage());
        }
    }

    private static void removeLeftovers(Path root) throws IOException {
        List<Path> locks;
        try (Stream<Path> files = Files.list(root)) {
            locks = files.filter(file -> file.getFileName().toString().endsWith(LOCK))
                    .toList();
        }
        for (Path file : locks) {
            try {
                removeIfDead(root, file);
            } catch (OverlappingFileLockException e) {
                LOG.debugf("%s is held by this very process", file);
            } catch (IOException e) {
                LOG.warnf("REELS-0141 %s cannot be removed: %s", file, e.getMessage());
            }
        }
    }

    private static void removeIfDead(Path root, Path file) throws IOException {
        String name = file.getFileName().toString();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                return;
            }
            LOG.infof("REELS-0142 %s was left by a process that has died", name);
            WorkDirectory.deleteTree(root.resolve(name.substring(0, name.length() - LOCK.length())));
            Files.deleteIfExists(file);
        }
    }
}
