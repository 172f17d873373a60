package pro.reelsai.local.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import pro.reelsai.local.Directories;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StopOnInterrupt;

/** A stack of a benchmark's own, beside whatever else is running: on free ports, in a directory that goes with it. */
final class BenchStack implements AutoCloseable {
    /** Those of four replicas too. */
    private static final int PORTS = 56;

    private static final int TRIES = 100;

    private final StopOnInterrupt guard;
    private LocalStack stack;

    private BenchStack(LocalStack stack) {
        this.stack = stack;
        this.guard = StopOnInterrupt.guard(this::clear);
    }

    /**
     * A stack that does not run yet.
     *
     * @param changes what is special about it
     * @throws StackException if there are no free ports
     * @throws IOException if there is no place for its files
     */
    static BenchStack of(Path root, UnaryOperator<StackConfig> changes) throws StackException, IOException {
        int ports = freePorts();
        Path state = Files.createTempDirectory("reels-bench");
        return new BenchStack(new LocalStack(changes.apply(StackConfig.of(root, state, ports))));
    }

    LocalStack stack() {
        return stack;
    }

    /** Makes it another one in the same place: what runs goes on, and is stopped with it. */
    void change(UnaryOperator<StackConfig> changes) {
        LocalStack changed = new LocalStack(changes.apply(stack.config()));
        stack.close();
        stack = changed;
    }

    @Override
    public void close() throws StackException, IOException, InterruptedException {
        try {
            clear();
        } finally {
            guard.close();
            stack.close();
        }
    }

    private void clear() throws StackException, IOException, InterruptedException {
        stack.down();
        Directories.delete(stack.config().state().path());
    }

    /** A port that is free together with those behind it, which the other parts take. */
    private static int freePorts() throws StackException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (isFree(first)) {
                return first;
            }
        }
        throw new StackException("No free ports were found for the benchmark");
    }

    private static boolean isFree(int first) {
        for (int port = first; port < first + PORTS; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
