package pro.reelsai.local.stack;

/**
 * The ports of a stack: all of them follow from the gateway's.
 *
 * @param gateway the gateway's port, from 1024 to 65500
 */
public record StackPorts(int gateway) {
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65500;

    /**
     * @throws IllegalArgumentException if the port is out of range
     */
    public StackPorts {
        if (gateway < LOWEST || gateway > HIGHEST) {
            throw new IllegalArgumentException(
                    "REELS_PORT has to be from " + LOWEST + " to " + HIGHEST + ", not " + gateway);
        }
    }

    /** The port of a service. */
    public int of(Service service) {
        return gateway + service.portOffset();
    }

    /** Kafka's port for clients. */
    public int kafka() {
        return gateway + 10;
    }

    /** The port of Kafka's controller quorum. */
    public int kafkaController() {
        return gateway + 11;
    }

    /** PostgreSQL's port. */
    public int postgres() {
        return gateway + 12;
    }

    /** The storage server's port. */
    public int storage() {
        return gateway + 13;
    }
}
