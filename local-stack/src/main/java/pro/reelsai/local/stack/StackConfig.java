package pro.reelsai.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a stack is made of and where it is.
 *
 * @param root the folder of the repository, which holds the built services
 * @param state where it keeps everything
 * @param ports where it listens
 * @param host the address of the gateway; everything else listens on 127.0.0.1
 * @param replicas which services it has, and how many processes of each, from 1 to {@value #MOST_REPLICAS}
 * @param vendors whether it has stand-ins for vendors, and uses them
 * @param supervised whether parts that die are started again
 * @param settings environment variables of all its services, beside those that the stack sets itself
 */
public record StackConfig(
        Path root,
        StateDirectory state,
        StackPorts ports,
        String host,
        Map<Service, Integer> replicas,
        boolean vendors,
        boolean supervised,
        Map<String, String> settings) {
    /** The setting in which the JVMs of Kafka, PostgreSQL and storage are given further options, after their own. */
    public static final String INFRASTRUCTURE_JAVA_OPTIONS = "INFRASTRUCTURE_JAVA_OPTIONS";

    /** The loopback address. */
    public static final String LOOPBACK = "127.0.0.1";

    /** More would not help on one machine, and every replica has ports of its own. */
    public static final int MOST_REPLICAS = 8;

    /**
     * @throws IllegalArgumentException if there are too many replicas of a service, or fewer than one
     */
    public StackConfig {
        replicas = Map.copyOf(replicas);
        settings = Map.copyOf(settings);
        replicas.forEach((service, count) -> {
            if (count < 1 || count > MOST_REPLICAS) {
                throw new IllegalArgumentException(
                        "There can be 1 to %d replicas of %s, not %d".formatted(MOST_REPLICAS, service.id(), count));
            }
        });
    }

    /** A whole suite on the loopback address. */
    public static StackConfig of(Path root, Path state, int port) {
        return new StackConfig(
                root.toAbsolutePath(),
                new StateDirectory(state),
                new StackPorts(port),
                LOOPBACK,
                one(Set.of(Service.values())),
                false,
                false,
                Map.of());
    }

    /** The same with the gateway on another address. */
    public StackConfig withHost(String address) {
        return new StackConfig(root, state, ports, address, replicas, vendors, supervised, settings);
    }

    /** The same with these services alone, one process of each. */
    public StackConfig withServices(Set<Service> some) {
        return new StackConfig(root, state, ports, host, one(some), vendors, supervised, settings);
    }

    /**
     * The same with other numbers of processes of the services named.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public StackConfig withReplicas(Map<Service, Integer> some) {
        Map<Service, Integer> counts = new HashMap<>(replicas);
        counts.putAll(some);
        return new StackConfig(root, state, ports, host, counts, vendors, supervised, settings);
    }

    /** The same with further environment variables for the services. */
    public StackConfig withSettings(Map<String, String> variables) {
        return new StackConfig(root, state, ports, host, replicas, vendors, supervised, variables);
    }

    /** The same with stand-ins for vendors, or without. */
    public StackConfig withVendors(boolean some) {
        return new StackConfig(root, state, ports, host, replicas, some, supervised, settings);
    }

    /** The same, its parts started again when they die. */
    public StackConfig withSupervision() {
        return new StackConfig(root, state, ports, host, replicas, vendors, true, settings);
    }

    private static Map<Service, Integer> one(Set<Service> services) {
        return services.stream().collect(Collectors.toMap(Function.identity(), service -> 1));
    }

    /** Where the gateway is reached from this machine. */
    public String gatewayUrl() {
        boolean everywhere = host.equals(LOOPBACK) || host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (everywhere ? "localhost" : host) + ":" + ports.gateway();
    }

    /** Where Kafka is, as its clients spell it. */
    public String kafka() {
        return LOOPBACK + ":" + ports.kafka();
    }

    /** The URL of the Supabase project that this stack stands for. */
    public String supabaseUrl() {
        return "http://" + LOOPBACK + ":" + ports.storage();
    }
}
