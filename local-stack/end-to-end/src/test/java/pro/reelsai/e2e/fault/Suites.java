package pro.reelsai.e2e.fault;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.stack.Service;

/**
 * The suite on which trials are made: one for all that stand on the same world, one after the other, so that it also has
 * to be well again after each. What a trial has left in disorder is thrown away.
 */
final class Suites implements AutoCloseable {
    private @Nullable Standing standing;

    private record Standing(FaultSuite suite, Map<Service, Integer> replicas, World world) {}

    /** Tries a fault, and looks at what is left. */
    Verdict examine(Fault fault) throws Exception {
        FaultSuite suite = suiteFor(fault);
        Verdict verdict;
        try {
            verdict = Trial.of(fault, suite);
        } catch (Exception | Error e) {
            close();
            throw e;
        }
        if (!verdict.isClean()) {
            close();
        }
        return verdict;
    }

    /** A suite of one process a service, on which nothing is amiss. */
    FaultSuite sound() throws Exception {
        return suiteOf(Map.of(), World.USUAL);
    }

    private FaultSuite suiteFor(Fault fault) throws Exception {
        return suiteOf(fault.replicas(), fault.world());
    }

    private FaultSuite suiteOf(Map<Service, Integer> replicas, World world) throws Exception {
        if (standing != null
                && standing.replicas().equals(replicas)
                && standing.world().equals(world)) {
            return standing.suite();
        }
        close();
        FaultSuite suite = FaultSuite.start(replicas, world);
        standing = new Standing(suite, replicas, world);
        return suite;
    }

    @Override
    public void close() throws Exception {
        if (standing != null) {
            FaultSuite suite = standing.suite();
            standing = null;
            suite.close();
        }
    }
}
