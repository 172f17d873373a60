package pro.reelsai.local.stack;

/**
 * The ports of a stack: all of them follow from the gateway's.
 *
 * @param gateway the gateway's port, from 1024 to 65400
 */
public record StackPorts(int gateway) {
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65400;
    private static final int REPLICAS = 20;
    private static final int PER_REPLICA = 10;

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
        return of(service, 0);
    }

    /** The port of one of a service's replicas, counted from 0. */
    int of(Service service, int replica) {
        int first = gateway + service.portOffset();
        return replica == 0 ? first : first + REPLICAS + (replica - 1) * PER_REPLICA;
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

    /** The port of the stand-in for Replicate. */
    public int replicate() {
        return gateway + 14;
    }

    /** The port of the stand-in for OpenAI. */
    public int openAi() {
        return gateway + 15;
    }

    /** The port of the stand-in for ElevenLabs. */
    public int elevenLabs() {
        return gateway + 16;
    }
}
