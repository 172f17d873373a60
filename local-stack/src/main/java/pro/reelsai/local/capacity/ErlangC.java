package pro.reelsai.local.capacity;

/**
 * How long jobs wait for one of several processes that share one queue.
 *
 * <p>Erlang's C formula, and the correction of Allen and Cunneen for jobs whose times vary otherwise than exponentially
 * (A. O. Allen, <i>Probability, Statistics, and Queueing Theory</i>, 1990, section 5.3.6).
 */
public final class ErlangC {
    private ErlangC() {}

    /**
     * The probability that a job has to wait.
     *
     * @param load in Erlang
     * @param processes how many there are; above the load
     */
    public static double waits(double load, int processes) {
        // Erlang's B by its recursion, which neither overflows nor loses digits; C from B.
        double blocked = 1;
        for (int n = 1; n <= processes; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return processes * blocked / (processes - load * (1 - blocked));
    }

    /** How long a job waits on average, in seconds; infinite where the processes cannot bear the load. */
    public static double wait(StagePool pool, double jobsPerSecond, int processes) {
        double load = pool.load(jobsPerSecond);
        if (load >= processes) {
            return Double.POSITIVE_INFINITY;
        }
        double exponential = waits(load, processes) * pool.seconds() / (processes - load);
        return exponential * (1 + pool.variation() * pool.variation()) / 2;
    }
}
