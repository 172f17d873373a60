package pro.reelsai.e2e.fault;

import java.util.Collections;
import java.util.List;

/**
 * What became of the ads of one fault.
 *
 * @param fault its name
 * @param runs how many ads were asked for
 * @param completed how many were delivered
 * @param refunded how many failed with a reason, their credit given back
 * @param lost what was neither
 * @param duplicated what there was more than once of: endings, credits, finished videos
 * @param doublePaid provider calls beyond one for each distinct input
 * @param leftovers objects without an owner, work files, processes
 * @param seconds from the first start to the last end
 */
record Verdict(
        String fault,
        int runs,
        int completed,
        int refunded,
        List<String> lost,
        List<String> duplicated,
        List<String> doublePaid,
        List<String> leftovers,
        long seconds) {
    /** Whether nothing went wrong beyond the fault itself. */
    boolean isClean() {
        return lost.isEmpty() && duplicated.isEmpty() && doublePaid.isEmpty() && leftovers.isEmpty();
    }

    /** Of a trial that did not come to its end: then all of its ads count as lost. */
    static Verdict unknown(Fault fault, Exception e) {
        List<String> lost = Collections.nCopies(fault.runs(), e.getClass().getSimpleName());
        return new Verdict(fault.name(), fault.runs(), 0, 0, lost, List.of(), List.of(), List.of(), 0);
    }

    static String header() {
        return "%-44s %5s %9s %8s %5s %10s %11s %9s %8s"
                .formatted(
                        "fault",
                        "runs",
                        "completed",
                        "refunded",
                        "lost",
                        "duplicated",
                        "double-paid",
                        "leftovers",
                        "seconds");
    }

    String row() {
        return "%-44s %5d %9d %8d %5d %10d %11d %9d %8d"
                .formatted(
                        fault,
                        runs,
                        completed,
                        refunded,
                        lost.size(),
                        duplicated.size(),
                        doublePaid.size(),
                        leftovers.size(),
                        seconds);
    }
}
