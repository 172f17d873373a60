package pro.reelsai.local.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a stack is made of and where it is.
 *
 * @param root the folder of the repository, which holds the built services
 * @param state where it keeps everything
 * @param ports where it listens
 * @param host the address of the gateway; everything else listens on 127.0.0.1
 * @param services which services it has
 */
public record StackConfig(Path root, StateDirectory state, StackPorts ports, String host, Set<Service> services) {
    /** The loopback address. */
    public static final String LOOPBACK = "127.0.0.1";

    /** A whole suite on the loopback address. */
    public static StackConfig of(Path root, Path state, int port) {
        return new StackConfig(
                root.toAbsolutePath(),
                new StateDirectory(state),
                new StackPorts(port),
                LOOPBACK,
                EnumSet.allOf(Service.class));
    }

    /** The same with the gateway on another address. */
    public StackConfig withHost(String address) {
        return new StackConfig(root, state, ports, address, services);
    }

    /** The same with other services. */
    public StackConfig withServices(Set<Service> some) {
        return new StackConfig(root, state, ports, host, Set.copyOf(some));
    }

    /** Where the gateway is reached from this machine. */
    public String gatewayUrl() {
        boolean everywhere = host.equals(LOOPBACK) || host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (everywhere ? "localhost" : host) + ":" + ports.gateway();
    }

    /** The URL of the Supabase project that this stack stands for. */
    public String supabaseUrl() {
        return "http://" + LOOPBACK + ":" + ports.storage();
    }
}
