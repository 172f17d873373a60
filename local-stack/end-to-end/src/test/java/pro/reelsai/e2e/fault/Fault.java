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
 * @param world what the suite stands on, where it is not what it usually is
 * @param strike makes it happen; runs beside the ads and leaves the suite healed
 */
record Fault(String name, int runs, Map<Service, Integer> replicas, World world, Strike strike) {
    Fault(String name, int runs, Strike strike) {
        this(name, runs, Map.of(), World.USUAL, strike);
    }

    Fault(String name, int runs, Map<Service, Integer> replicas, Strike strike) {
        this(name, runs, replicas, World.USUAL, strike);
    }

    Fault(String name, int runs, World world, Strike strike) {
        this(name, runs, Map.of(), world, strike);
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
