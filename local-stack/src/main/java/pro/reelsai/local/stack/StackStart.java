package pro.reelsai.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import pro.reelsai.local.StackSecrets;

/** One start of a stack. */
final class StackStart {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final StackConfig config;
    private final List<PartProcess> processes;
    private final HttpClient client;
    private final StackListener listener;
    private final List<PartProcess> started = new CopyOnWriteArrayList<>();

    StackStart(StackConfig config, List<PartProcess> processes, HttpClient client, StackListener listener) {
        this.config = config;
        this.processes = processes;
        this.client = client;
        this.listener = listener;
    }

    boolean run() throws StackException, IOException, InterruptedException {
        refuseSecondPort();
        refuseLateVendors();
        Supervisor supervisor = new Supervisor(config);
        // It would start the same parts at the same time.
        boolean wasSupervised = supervisor.isRunning();
        supervisor.stop();
        boolean supervised = wasSupervised;
        try {
            boolean started = startMissing();
            supervised |= config.supervised();
            return started;
        } finally {
            if (supervised) {
                supervisor.start();
            }
        }
    }

    // What is closed at the end of the block need not be named in it.
    @SuppressWarnings("try")
    private boolean startMissing() throws StackException, IOException, InterruptedException {
        List<PartProcess> missing = new ArrayList<>();
        for (PartProcess process : processes) {
            if (process.process().isEmpty()) {
                missing.add(process);
            }
        }
        if (missing.isEmpty()) {
            awaitReady(processes);
            return false;
        }
        checkBuilt(missing);
        checkPorts(missing);
        config.state().remember(config);
        try (StopOnInterrupt guard = StopOnInterrupt.guard(this::stopStarted)) {
            start(only(missing, true));
            awaitReady(only(processes, true));
            StackSecrets secrets = StackSecrets.loadOrCreate(config.state().secrets());
            StackBucket bucket = new StackBucket(config, client, secrets);
            bucket.create();
            start(only(missing, false));
            awaitReady(only(processes, false));
            if (config.vendors() && config.replicas().containsKey(Service.GATEWAY)) {
                FilmedActor.engage(config, secrets, bucket);
            }
            return true;
        } catch (StackException | IOException | InterruptedException | RuntimeException e) {
            stopStarted();
            throw e;
        }
    }

    private void stopStarted() throws IOException, InterruptedException {
        new StackStop(config, started).stop();
    }

    private void refuseSecondPort() throws StackException, IOException {
        Optional<Integer> port = LocalStack.portOf(config.state());
        if (port.isEmpty() || port.get() == config.ports().gateway()) {
            return;
        }
        for (PartProcess process : processes) {
            if (process.process().isPresent()) {
                throw new StackException(
                        "The suite is already running on port " + port.get() + ". Stop it first: ./reels down");
            }
        }
    }

    /** Services learn of the vendors at their start alone. */
    private void refuseLateVendors() throws StackException, IOException {
        if (!config.vendors() || config.state().hasVendors()) {
            return;
        }
        for (PartProcess process : processes) {
            if (process.process().isPresent()) {
                throw new StackException(
                        "The suite is already running, without the vendors. Stop it first: ./reels down");
            }
        }
    }

    private void checkBuilt(List<PartProcess> missing) throws StackException {
        for (Service service : config.replicas().keySet()) {
            Path jar = service.jar(config.root());
            boolean needed =
                    missing.stream().anyMatch(process -> process.part().name().startsWith(service.id()));
            if (needed && !Files.exists(jar)) {
                throw new StackException("Not built yet: " + jar + " is missing. Build it: ./mvnw -Dquick package");
            }
        }
    }

    private void checkPorts(List<PartProcess> missing) throws StackException, InterruptedException {
        for (PartProcess process : missing) {
            for (int port : process.part().ports()) {
                // A process that dies counts as dead a moment before the system has closed its sockets.
                long deadline = System.nanoTime() + PORT_PATIENCE.toNanos();
                while (!isFree(port)) {
                    if (System.nanoTime() > deadline) {
                        throw new StackException(
                                "Port %d, which %s needs, is in use by another program. Stop that program, or move the suite: REELS_PORT=%d ./reels up"
                                        .formatted(
                                                port,
                                                process.part().name(),
                                                config.ports().gateway() + 1000));
                    }
                    Thread.sleep(BETWEEN_LOOKS);
                }
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(StackConfig.LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void start(List<PartProcess> parts) throws IOException {
        for (PartProcess process : parts) {
            process.start();
            started.add(process);
            listener.started(process.part().name());
        }
    }

    private void awaitReady(List<PartProcess> parts) throws StackException, IOException, InterruptedException {
        long begin = System.nanoTime();
        List<PartProcess> waiting = new ArrayList<>(parts);
        while (!waiting.isEmpty()) {
            List<PartProcess> ready = new ArrayList<>();
            for (PartProcess process : waiting) {
                switch (process.state()) {
                    case READY -> ready.add(process);
                    case STARTING -> {}
                    case DEAD, STOPPED -> throw failed(process, "ended while it was starting");
                }
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
            ready.forEach(process -> listener.ready(process.part().name(), elapsed));
            waiting.removeAll(ready);
            if (!waiting.isEmpty() && elapsed.compareTo(PATIENCE) > 0) {
                throw failed(waiting.getFirst(), "was not ready after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(waiting.isEmpty() ? Duration.ZERO : BETWEEN_LOOKS);
        }
    }

    private StackException failed(PartProcess process, String what) throws IOException {
        String name = process.part().name();
        return new StackException("%s %s. The end of %s:%n%n%s"
                .formatted(
                        name, what, config.state().log(name), process.logTail().strip()));
    }

    private static List<PartProcess> only(List<PartProcess> parts, boolean infrastructure) {
        return parts.stream()
                .filter(process -> Parts.INFRASTRUCTURE.contains(process.part().name()) == infrastructure)
                .toList();
    }
}
