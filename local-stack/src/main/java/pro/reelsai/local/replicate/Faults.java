package pro.reelsai.local.replicate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What should go wrong, and for whom. */
public final class Faults {
    private final List<Planned> planned = new ArrayList<>();

    /** A fault that waits for its moment. */
    private record Planned(Fault fault, String marker, int times) {}

    /**
     * Lets something go wrong.
     *
     * @param fault what
     * @param marker for predictions whose inputs contain this text; empty for all
     * @param times how often
     */
    public synchronized void plan(Fault fault, String marker, int times) {
        planned.add(new Planned(fault, marker, times));
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        planned.clear();
    }

    /** Whether a fault is due for a request or a prediction; uses it up. */
    synchronized boolean strikes(Fault fault, String inputs) {
        Iterator<Planned> all = planned.iterator();
        for (int i = 0; all.hasNext(); i++) {
            Planned one = all.next();
            if (one.fault() == fault && inputs.contains(one.marker())) {
                if (one.times() > 1) {
                    planned.set(i, new Planned(fault, one.marker(), one.times() - 1));
                } else {
                    all.remove();
                }
                return true;
            }
        }
        return false;
    }
}
