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

    private FaultSuite suiteFor(Fault fault) throws Exception {
        if (standing != null
                && standing.replicas().equals(fault.replicas())
                && standing.world().equals(fault.world())) {
            return standing.suite();
        }
        close();
        FaultSuite suite = FaultSuite.start(fault.replicas(), fault.world());
        standing = new Standing(suite, fault.replicas(), fault.world());
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
