package pro.reelsai.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a stack keeps on disk.
 *
 * @param path the directory, absolute
 */
public record StateDirectory(Path path) {
    private static final long NEEDED_BYTES = 1L << 30;

    /** A directory, which need not exist yet. */
    public StateDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** What a part prints. */
    public Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    /** Where the services work; emptied by them. */
    public Path workspace() {
        return path.resolve("workspace");
    }

    /** What the services' JVMs keep of their starts. */
    Path starts() {
        return path.resolve("starts");
    }

    /** The stack's secrets. */
    public Path secrets() {
        return path.resolve("secrets.json");
    }

    Path data(String part) {
        return path.resolve(part);
    }

    Path run() {
        return path.resolve("run");
    }

    Path processFile(String part) {
        return run().resolve(part + ".pid");
    }

    /** Written by a part of ours once it serves. */
    Path readyFile(String part) {
        return run().resolve(part + ".ready");
    }

    /** How often a part was started again by itself. */
    Path restartsFile(String part) {
        return run().resolve(part + ".restarts");
    }

    private Path vendorsFile() {
        return run().resolve("vendors");
    }

    /** Whether stand-ins for vendors were last started here and not stopped. */
    public boolean hasVendors() {
        return Files.exists(vendorsFile());
    }

    Path lockFile() {
        return run().resolve("lock");
    }

    Path portFile() {
        return run().resolve("port");
    }

    private Path replicasFile() {
        return run().resolve("replicas");
    }

    /** Notes what is being started, for the commands that come later. */
    void remember(StackConfig config) throws IOException {
        List<String> lines = config.replicas().entrySet().stream()
                .map(entry -> entry.getKey().id() + "=" + entry.getValue())
                .sorted()
                .toList();
        Files.write(replicasFile(), lines);
        if (config.vendors()) {
            Files.writeString(vendorsFile(), "all");
        }
        Files.writeString(portFile(), Integer.toString(config.ports().gateway()));
    }

    /** Nothing runs any more. */
    void forget() throws IOException {
        Files.deleteIfExists(portFile());
        Files.deleteIfExists(replicasFile());
        Files.deleteIfExists(vendorsFile());
    }

    /**
     * How many processes of each service were last started here and not stopped; empty where none were.
     *
     * @throws StackException if that cannot be read
     */
    public Map<Service, Integer> replicas() throws StackException {
        try {
            Map<Service, Integer> counts = new EnumMap<>(Service.class);
            if (Files.exists(replicasFile())) {
                for (String line : Files.readAllLines(replicasFile())) {
                    int equals = line.indexOf('=');
                    int count = Integer.parseInt(line.substring(equals + 1));
                    Service.of(line.substring(0, equals)).ifPresent(service -> counts.put(service, count));
                }
            }
            return counts;
        } catch (IOException | RuntimeException e) {
            throw new StackException(replicasFile() + " cannot be read: " + e, e);
        }
    }

    /**
     * Creates the directory.
     *
     * @throws StackException if it cannot be written or the disk is nearly full
     */
    void prepare() throws StackException {
        try {
            Files.createDirectories(run());
            Files.createDirectories(workspace());
            Files.createDirectories(starts());
            Files.createDirectories(path.resolve("logs"));
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new StackException("The disk is nearly full: %d MiB are free at %s, %d MiB are needed."
                        .formatted(free >> 20, path, NEEDED_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new StackException("The state directory " + path + " cannot be used: " + e, e);
        }
    }
}
