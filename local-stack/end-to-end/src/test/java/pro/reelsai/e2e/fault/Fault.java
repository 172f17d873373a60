package pro.reelsai.e2e.fault;

import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import pro.reelsai.local.stack.Service;

/**
 * One way in which the world goes wrong.
 *
 * @param name what happens, in a few words
 * @param runs how many ads are under way meanwhile
 * @param replicas how many processes of the services named
 * @param world what the suite stands on
 * @param paidVoice whether filmed actors speak with a paid voice
 * @param strike makes it happen; runs beside the ads and leaves the suite healed
 */
record Fault(String name, int runs, Map<Service, Integer> replicas, World world, boolean paidVoice, Strike strike) {
    Fault(String name, int runs, Strike strike) {
        this(name, runs, Map.of(), World.USUAL, true, strike);
    }

    Fault(String name, int runs, Map<Service, Integer> replicas, Strike strike) {
        this(name, runs, replicas, World.USUAL, true, strike);
    }

    Fault(String name, int runs, World world, Strike strike) {
        this(name, runs, Map.of(), world, true, strike);
    }

    /**
     * The same without a paid voice, for what kills the voice stage at any moment: an answer that dies on its way has been
     * paid, and its vendor knows no way to ask whether it was.
     */
    Fault withFreeVoice() {
        return new Fault(name, runs, replicas, world, false, strike);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What goes wrong. */
    @FunctionalInterface
    interface Strike {
        /**
         * @param random the same in every run of the tests
         * @param over whether all ads have come to an end
         */
        void at(FaultSuite suite, Random random, BooleanSupplier over) throws Exception;
    }
}
