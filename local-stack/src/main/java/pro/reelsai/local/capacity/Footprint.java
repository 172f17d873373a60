package pro.reelsai.local.capacity;

/**
 * What a number of ads asks of everything that is not a process: database, vendors, Kafka, bucket. The numbers for one ad are
 * those of {@code docs/scaling.md}; a bucket's are of an ad of 15 s, and grow with its length.
 *
 * @param arrivals how many ads, and when
 * @param gateways how many gateways there are
 * @param stages how many processes of all stages together
 */
public record Footprint(Arrivals arrivals, int gateways, int stages) {
    /** Connections of a gateway, as {@code DATABASE_POOL_SIZE} defaults to. */
    public static final int CONNECTIONS_OF_A_GATEWAY = 8;

    /** Connections of a process of a stage, as {@code common-runtime} has it. */
    public static final int CONNECTIONS_OF_A_STAGE = 4;

    /** Events of an ad: four requests, its end, and what the stages tell of their progress. */
    private static final int EVENTS = 20;

    private static final double LASTING_MEGABYTES = 2 * 4.7;
    private static final double WORKING_MEGABYTES = 13.4 + 2.0 + 0.4;

    /** Connections to PostgreSQL, where no pooler stands between. */
    public int connections() {
        return gateways * CONNECTIONS_OF_A_GATEWAY + stages * CONNECTIONS_OF_A_STAGE;
    }

    /** Ads a minute at the busiest moment: what a vendor is asked that is called once for an ad. */
    public double perMinute() {
        return arrivals.mostPerSecond() * 60;
    }

    /** Events a second at the busiest moment, which is also what the gateways write down. */
    public double eventsPerSecond() {
        return arrivals.mostPerSecond() * EVENTS;
    }

    /** Gigabytes that a day's ads add to the bucket for as long as their projects live. */
    public double lastingGigabytes() {
        return arrivals.adsPerDay() * LASTING_MEGABYTES / 1000;
    }

    /**
     * Gigabytes of working files in the bucket once as many are removed as made.
     *
     * @param days for how long they are kept ({@code reels.retention.working})
     */
    public double workingGigabytes(int days) {
        return arrivals.adsPerDay() * WORKING_MEGABYTES / 1000 * days;
    }
}
