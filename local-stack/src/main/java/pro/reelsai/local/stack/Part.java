package pro.reelsai.local.stack;

import java.util.List;
import java.util.Map;

/**
 * One process of a stack.
 *
 * @param name its name on the command line and in the state directory
 * @param ports the ports it listens on; the first is the one people ask for
 * @param command how it is started
 * @param environment variables beside those of the caller
 * @param readiness how to tell that it serves
 */
record Part(
        String name, List<Integer> ports, List<String> command, Map<String, String> environment, Readiness readiness) {
    int port() {
        return ports.getFirst();
    }
}
