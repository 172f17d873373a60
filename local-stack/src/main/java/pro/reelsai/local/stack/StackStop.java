package pro.reelsai.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One stop of a stack: services first, then what they stand on, then whatever else bears the stack's mark. */
final class StackStop {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration GRACE_OF_LEARNERS = Duration.ofSeconds(90);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final StackConfig config;
    private final List<PartProcess> processes;

    StackStop(StackConfig config, List<PartProcess> processes) {
        this.config = config;
        this.processes = processes;
    }

    /** Stops everything of the stack. */
    boolean run() throws StackException, IOException, InterruptedException {
        new Supervisor(config).stop();
        boolean running = stop();
        Leftovers leftovers = new Leftovers(config.state());
        // A process may have started another while it was being killed.
        for (List<ProcessHandle> left = leftovers.find(); !left.isEmpty(); left = leftovers.find()) {
            running = true;
            left.forEach(ProcessHandle::destroyForcibly);
            if (!awaitEnd(left, AFTER_KILL)) {
                throw new StackException("A process does not end: " + left);
            }
        }
        config.state().forget();
        checkPorts(running);
        return running;
    }

    /** Stops the given parts and their children alone. */
    boolean stop() throws IOException, InterruptedException {
        List<PartProcess> services = new ArrayList<>(processes);
        List<PartProcess> infrastructure = processes.stream()
                .filter(process -> Parts.INFRASTRUCTURE.contains(process.part().name()))
                .toList();
        services.removeAll(infrastructure);
        boolean servicesRan = stop(services);
        return stop(infrastructure) || servicesRan;
    }

    private boolean stop(List<PartProcess> parts) throws IOException, InterruptedException {
        List<ProcessHandle> running = new ArrayList<>();
        List<ProcessHandle> children = new ArrayList<>();
        for (PartProcess part : parts) {
            part.process().ifPresent(process -> {
                running.add(process);
                children.addAll(process.descendants().toList());
            });
        }
        Duration grace = running.stream().anyMatch(StartCache::isLearning) ? GRACE_OF_LEARNERS : GRACE;
        running.forEach(ProcessHandle::destroy);
        if (!awaitEnd(running, grace)) {
            running.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(running, AFTER_KILL);
        }
        children.forEach(ProcessHandle::destroyForcibly);
        for (PartProcess part : parts) {
            part.forget();
        }
        return !running.isEmpty();
    }

    private void checkPorts(boolean wasRunning) throws StackException, InterruptedException {
        if (!wasRunning) {
            return;
        }
        for (PartProcess process : processes) {
            for (int port : process.part().ports()) {
                long deadline = System.nanoTime() + AFTER_KILL.toNanos();
                while (isOpen(port)) {
                    if (System.nanoTime() > deadline) {
                        throw new StackException("Port %d of %s is still open."
                                .formatted(port, process.part().name()));
                    }
                    Thread.sleep(BETWEEN_LOOKS);
                }
            }
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getByName(StackConfig.LOOPBACK), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static boolean awaitEnd(List<ProcessHandle> processes, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (processes.stream().anyMatch(Liveness::isRunning)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }
}
