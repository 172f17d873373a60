package pro.reelsai.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.StackSecrets;

/**
 * The whole suite on this machine: Kafka, PostgreSQL, storage and the six services, a process each. The processes
 * outlive this object; what runs is found again through the state directory.
 */
public final class LocalStack implements AutoCloseable {
    /** The bucket of the suite. */
    public static final String BUCKET = "reels";

    private final StackConfig config;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** A stack, running or not. */
    public LocalStack(StackConfig config) {
        this.config = config;
    }

    /** What it is made of and where it is. */
    public StackConfig config() {
        return config;
    }

    /**
     * Starts what is not running and returns when everything serves.
     *
     * @return whether anything had to be started
     * @throws StackException if it cannot be started; what this call has started is stopped again
     */
    public boolean up(StackListener listener) throws StackException, InterruptedException {
        config.state().prepare();
        try (FileChannel channel = FileChannel.open(
                        config.state().lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new StackException("The suite is being started by another command. Wait for it.");
            }
            return new StackStart(config, processes(), client, listener).run();
        } catch (IOException e) {
            throw new StackException("The suite could not be started: " + e, e);
        }
    }

    /**
     * Stops everything that runs, including what a killed launcher or a killed part has left behind.
     *
     * @return whether anything was running
     * @throws StackException if a process or a port remains
     */
    public boolean down() throws StackException, InterruptedException {
        if (!Files.isDirectory(config.state().path())) {
            return false;
        }
        try {
            return new StackStop(config, processes()).run();
        } catch (IOException e) {
            throw new StackException("The suite could not be stopped: " + e, e);
        }
    }

    /**
     * Stops every process of one service; nothing starts it again but {@link #up}.
     *
     * @return whether it was running
     * @throws StackException if that cannot be found out
     */
    public boolean down(Service service) throws StackException, InterruptedException {
        try {
            List<PartProcess> replicas = processes().stream()
                    .filter(process ->
                            process.part().name().replaceFirst("-\\d$", "").equals(service.id()))
                    .toList();
            return new StackStop(config, replicas).stop();
        } catch (IOException e) {
            throw new StackException(service.id() + " could not be stopped: " + e, e);
        }
    }

    /** Every part, in the order in which they are started. */
    public List<PartStatus> status() throws StackException, InterruptedException {
        try {
            List<PartStatus> status = new ArrayList<>();
            for (PartProcess process : processes()) {
                Long pid = process.process().map(ProcessHandle::pid).orElse(null);
                status.add(new PartStatus(
                        process.part().name(), pid, process.part().port(), process.state(), process.restarts()));
            }
            return status;
        } catch (IOException e) {
            throw new StackException("The state of the suite cannot be read: " + e, e);
        }
    }

    /** Whether every part serves. */
    public boolean isReady() throws StackException, InterruptedException {
        return status().stream().allMatch(part -> part.state() == PartState.READY);
    }

    /** The names of the parts. */
    public static List<String> partNames() {
        return Stream.concat(
                        Parts.INFRASTRUCTURE.stream(),
                        Stream.of(Service.values()).map(Service::id))
                .toList();
    }

    /** Where a part's output goes. */
    public Path log(String part) {
        return config.state().log(part);
    }

    /**
     * The stack's secrets; makes them where there are none.
     *
     * @throws StackException if they cannot be read or written
     */
    public StackSecrets secrets() throws StackException {
        return secrets(config);
    }

    private static StackSecrets secrets(StackConfig config) throws StackException {
        try {
            return StackSecrets.loadOrCreate(config.state().secrets());
        } catch (IOException e) {
            throw new StackException("The stack's secrets cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A bearer token that the gateway accepts.
     *
     * @param user whose
     * @param role {@link AccessTokens#AUTHENTICATED} or {@code service_role}
     * @param lifetime from 1 to 24 hours
     * @throws StackException if the secrets cannot be read
     */
    public String token(UUID user, String role, Duration lifetime) throws StackException {
        return new AccessTokens(secrets().jwtSecret(), config.supabaseUrl()).issue(user, role, lifetime);
    }

    /**
     * Puts an object into the suite's bucket, in the place of the one that may be there.
     *
     * @throws StackException if the storage server does not take it
     */
    public void store(String key, byte[] content, String contentType) throws StackException, InterruptedException {
        try {
            new StackBucket(config, client, secrets()).put(key, content, contentType);
        } catch (IOException e) {
            throw new StackException(key + " could not be put into the bucket: " + e, e);
        }
    }

    /**
     * The port of the stack that was last started in a state directory and not stopped.
     *
     * @throws StackException if that cannot be read
     */
    public static Optional<Integer> portOf(StateDirectory state) throws StackException {
        Path file = state.portFile();
        try {
            return Files.exists(file)
                    ? Optional.of(Integer.parseInt(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new StackException(file + " cannot be read: " + e, e);
        }
    }

    private List<PartProcess> processes() throws StackException {
        return processes(config, client);
    }

    /** The parts of a stack, in the order in which they are started. */
    static List<PartProcess> processes(StackConfig config, HttpClient client) throws StackException {
        Parts parts = new Parts(config, client);
        return Stream.concat(parts.infrastructure().stream(), parts.services(secrets(config)).stream())
                .map(part -> new PartProcess(part, config.state()))
                .toList();
    }

    /** Frees what this object holds; the processes run on. */
    @Override
    public void close() {
        client.close();
    }
}
