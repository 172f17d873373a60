package pro.reelsai.local.stack;

import org.jboss.logging.Logger;

/**
 * Stops what was started when this process is told to end, by Ctrl-C for instance, before the work was done. The parts
 * have sessions of their own and would run on otherwise.
 */
public final class StopOnInterrupt implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StopOnInterrupt.class);

    private final Thread hook;

    private StopOnInterrupt(Thread hook) {
        this.hook = hook;
    }

    /**
     * Watches over some work, until it is closed.
     *
     * @param stop what to do when the process ends before
     */
    public static StopOnInterrupt guard(Stop stop) {
        Thread hook = new Thread(() -> {
            try {
                stop.run();
            } catch (Exception e) {
                LOG.errorf(e, "What was started could not be stopped. Try ./reels down");
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new StopOnInterrupt(hook);
    }

    /** The work is done: from now on, the end of the process stops nothing. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending already", e);
        }
    }

    /** Stops something. */
    @FunctionalInterface
    public interface Stop {
        /** Stops it. */
        void run() throws Exception;
    }
}
