package pro.reelsai.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import pro.reelsai.local.Directories;

/**
 * A directory with a PostgreSQL cluster in it, and what a killed predecessor may have left there: a half-made cluster, a
 * server without its parent, a pid file of nobody.
 */
final class DataDirectory {
    private static final Logger LOG = Logger.getLogger(DataDirectory.class);
    private static final String COMPLETE = "cluster.complete";
    private static final long ORPHAN_STOP_SECONDS = 20;

    private final Path directory;

    DataDirectory(Path directory) {
        this.directory = directory;
    }

    Path cluster() {
        return directory.resolve("cluster");
    }

    /** Where zonky unpacks the server; per user, because the files belong to whoever came first. */
    Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "reels-postgres-" + System.getProperty("user.name"));
    }

    /** What the server itself writes. */
    Path log() {
        return directory.resolve("server.log");
    }

    void prepare() throws IOException {
        Files.createDirectories(directory);
        if (Files.exists(cluster()) && !Files.exists(directory.resolve(COMPLETE))) {
            LOG.warnf("PostgreSQL cluster was never completed, starting over: %s", cluster());
            stopOrphan();
            Directories.delete(cluster());
        }
        stopOrphan();
        // The server would take any live process that has inherited the id for its predecessor.
        Files.deleteIfExists(pidFile());
    }

    void markComplete() throws IOException {
        Path marker = directory.resolve(COMPLETE);
        if (!Files.exists(marker)) {
            Files.createFile(marker);
        }
    }

    Path writePasswordFile(String password) throws IOException {
        Path file = Files.createTempFile(
                directory,
                "password",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password + "\n");
    }

    private Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    /** Ends a server whose parent was killed; it would hold the port and the shared memory of this cluster. */
    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = postmaster();
        if (orphan.isEmpty()) {
            return;
        }
        ProcessHandle server = orphan.get();
        LOG.warnf("Stopping a PostgreSQL server left behind: pid=%d", server.pid());
        List<ProcessHandle> backends = server.descendants().toList();
        server.destroyForcibly();
        // Backends see their parent die; the shared memory is free only when the last has gone.
        for (ProcessHandle process :
                Stream.concat(Stream.of(server), backends.stream()).toList()) {
            try {
                process.onExit()
                        .orTimeout(ORPHAN_STOP_SECONDS, TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                throw new IOException("A PostgreSQL process does not end: pid " + process.pid(), e);
            }
        }
    }

    /** The live server of this cluster. */
    Optional<ProcessHandle> postmaster() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesThisCluster);
    }

    private boolean servesThisCluster(ProcessHandle process) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return Stream.of(arguments)
                .anyMatch(argument -> argument.equals(cluster().toString()));
    }
}
