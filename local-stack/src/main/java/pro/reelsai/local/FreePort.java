package pro.reelsai.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports on the loopback address, below those that any system gives to outgoing connections: while a server is away for a
 * restart, no client may be given its port by chance, nor connect to itself there.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int COUNT = 10_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePort() {}

    /**
     * A TCP port on the loopback address that nobody listens on at this moment, and that no caller in this process was
     * given lately.
     *
     * @throws IllegalStateException if the machine has none left
     */
    public static int next() {
        for (int attempt = 0; attempt < COUNT; attempt++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port on the loopback address");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // somebody has it
        }
    }
}
