package pro.reelsai.local.vendor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What goes wrong next, by path.
 *
 * @param <F> the ways in which a vendor fails
 */
public final class Faults<F extends Enum<F>> {
    private final Map<String, Deque<F>> coming = new ConcurrentHashMap<>();

    /** Lets the next requests of a path fail. */
    public void next(String path, F fault, int times) {
        Deque<F> queue = coming.computeIfAbsent(path, any -> new ArrayDeque<>());
        synchronized (queue) {
            for (int i = 0; i < times; i++) {
                queue.add(fault);
            }
        }
    }

    /** The fault of this request, if it has one. */
    public Optional<F> take(String path) {
        Deque<F> queue = coming.get(path);
        if (queue == null) {
            return Optional.empty();
        }
        synchronized (queue) {
            return Optional.ofNullable(queue.poll());
        }
    }

    /** Lets everything succeed again. */
    public void clear() {
        coming.clear();
    }
}
