package pro.reelsai.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds room for a whole suite. */
public final class Ports {
    /** A gateway, its neighbours, and the second and third replicas. */
    private static final int RANGE = 36;

    private Ports() {}

    /** A port that is free together with those behind it that a suite may need. */
    public static int freeRange() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (isFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("No free ports");
    }

    private static boolean isFree(int base) {
        for (int port = base; port < base + RANGE; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
