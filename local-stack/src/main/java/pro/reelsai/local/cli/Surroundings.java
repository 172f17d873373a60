package pro.reelsai.local.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.Service;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StateDirectory;

/**
 * What the environment says about the stack: {@code REELS_ROOT} (the repository; the working directory), {@code
 * REELS_PORT} (the gateway's port; 8080), {@code REELS_HOST} (the gateway's address; 127.0.0.1), {@code REELS_TTY} (1 on
 * a terminal).
 *
 * @param variables the environment
 */
record Surroundings(Map<String, String> variables) {
    private static final int DEFAULT_PORT = 8080;

    Path root() {
        return Path.of(variables.getOrDefault("REELS_ROOT", "."))
                .toAbsolutePath()
                .normalize();
    }

    boolean isTerminal() {
        return "1".equals(variables.get("REELS_TTY"));
    }

    /** The stack that runs, wherever it was started; else the one that would be started. */
    LocalStack runningStack() throws StackException {
        StateDirectory state = new StateDirectory(state());
        return new LocalStack(
                config(LocalStack.portOf(state).or(this::wantedPort).orElse(DEFAULT_PORT), state.replicas()));
    }

    /** The stack that the user wants: where they have named a port, on that port. */
    LocalStack wantedStack() throws StackException {
        return new LocalStack(wanted(Map.of()));
    }

    /** The same, with stand-ins for the vendors. */
    LocalStack wantedStackWithVendors() throws StackException {
        return new LocalStack(wanted(Map.of()).withVendors(true));
    }

    /**
     * The stack that the user wants to stay: its parts are started again when they die.
     *
     * @param replicas how many processes of the services named there are at least
     * @param vendors whether stand-ins for vendors belong to it
     */
    LocalStack suite(Map<Service, Integer> replicas, boolean vendors) throws StackException {
        StackConfig config = wanted(replicas).withSupervision();
        return new LocalStack(vendors ? config.withVendors(true) : config);
    }

    private StackConfig wanted(Map<Service, Integer> replicas) throws StackException {
        StateDirectory state = new StateDirectory(state());
        Optional<Integer> port = wantedPort();
        Map<Service, Integer> counts = new HashMap<>(state.replicas());
        replicas.forEach((service, count) -> counts.merge(service, count, Math::max));
        return config((port.isPresent() ? port : LocalStack.portOf(state)).orElse(DEFAULT_PORT), counts);
    }

    private StackConfig config(int port, Map<Service, Integer> replicas) throws StackException {
        try {
            return StackConfig.of(root(), state(), port)
                    .withHost(variables.getOrDefault("REELS_HOST", StackConfig.LOOPBACK))
                    .withReplicas(replicas)
                    .withVendors(new StateDirectory(state()).hasVendors());
        } catch (IllegalArgumentException e) {
            throw new StackException(e.getMessage(), e);
        }
    }

    private Path state() {
        return root().resolve(".reels");
    }

    private Optional<Integer> wantedPort() {
        String port = variables.getOrDefault("REELS_PORT", "");
        if (port.isBlank()) {
            return Optional.empty();
        }
        if (!port.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("REELS_PORT has to be a number, not '" + port + "'");
        }
        return Optional.of(Integer.parseInt(port));
    }
}
