package pro.reelsai.editing.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a length of time into slots, one after the other, so that cuts fall on good beats and slots keep a lively pace.
 * Finds the best of all ways (shortest path over the beats).
 */
final class SlotCutter {
    private final int frames;
    private final int framesPerSecond;
    private final List<Beat> beats;
    private final Pace pace;
    private final SlotCost extra;

    /** What a slot costs beyond its pace and its cut. */
    @FunctionalInterface
    interface SlotCost {
        /**
         * @param slot which slot, from 0
         * @param from its first frame
         * @param to the frame after its last one
         */
        double of(int slot, int from, int to);
    }

    /**
     * How fast slots follow one another.
     *
     * @param shortest the shortest slot, in seconds
     * @param longest the longest slot, in seconds
     * @param strictness what the square of a second's deviation from the ideal costs
     */
    record Pace(double shortest, double longest, double strictness) {
        private static final double IDEAL_SECONDS = 3.8;

        /** Where nothing but the pace matters. */
        static final Pace LIVELY = new Pace(2.5, 6, 1);
        /** Where slots follow what is said. */
        static final Pace SPOKEN = new Pace(1.5, 12, 0.3);

        private double cost(double seconds) {
            if (seconds < shortest || seconds > longest) {
                return Double.POSITIVE_INFINITY;
            }
            double deviation = seconds - IDEAL_SECONDS;
            return strictness * deviation * deviation;
        }
    }

    /**
     * @param beats where a cut may be, rising, all between 0 and the length
     */
    SlotCutter(int frames, int framesPerSecond, List<Beat> beats, Pace pace, SlotCost extra) {
        this.frames = frames;
        this.framesPerSecond = framesPerSecond;
        this.beats = beats;
        this.pace = pace;
        this.extra = extra;
    }

    /**
     * Cuts so that every one of the wanted slots appears, if the time allows it.
     *
     * @param wanted how many slots there should be at least
     * @return the first frame of every slot; the first is 0
     */
    List<Integer> cut(int wanted) {
        double seconds = (double) frames / framesPerSecond;
        int most = Math.max(1, (int) Math.floor(seconds / pace.shortest()));
        int fewest = Math.clamp(wanted, Math.min(most, (int) Math.ceil(seconds / pace.longest())), most);
        return cheapest(fewest, most);
    }

    /**
     * Cuts into so many slots.
     *
     * @return the first frame of every slot; empty if the pace does not allow it
     */
    Optional<List<Integer>> cutInto(int slots) {
        Search search = search(slots);
        return Double.isInfinite(search.cost()[slots][search.end()])
                ? Optional.empty()
                : Optional.of(search.trace(slots));
    }

    private List<Integer> cheapest(int fewest, int most) {
        Search search = search(most);
        double[][] cost = search.cost();
        int end = search.end();
        int best = fewest;
        for (int slots = fewest; slots <= most; slots++) {
            if (cost[slots][end] < cost[best][end]) {
                best = slots;
            }
        }
        return Double.isInfinite(cost[best][end]) ? equal(best) : search.trace(best);
    }

    /** The cheapest ways to every point in every number of slots up to the most. */
    private Search search(int most) {
        List<Beat> points = new ArrayList<>(beats);
        points.addFirst(new Beat(0, 0));
        points.addLast(new Beat(frames, 0));
        int end = points.size() - 1;
        double[][] cost = new double[most + 1][points.size()];
        int[][] before = new int[most + 1][points.size()];
        Arrays.stream(cost).forEach(row -> Arrays.fill(row, Double.POSITIVE_INFINITY));
        cost[0][0] = 0;
        for (int slots = 1; slots <= most; slots++) {
            int first = 0;
            for (int to = 1; to <= end; to++) {
                while (points.get(to).frame() - points.get(first).frame() > pace.longest() * framesPerSecond) {
                    first++;
                }
                for (int from = first; from < to; from++) {
                    if (cost[slots - 1][from] >= cost[slots][to]) {
                        continue; // prices are not negative
                    }
                    double price = cost[slots - 1][from] + price(slots - 1, points.get(from), points.get(to));
                    if (price < cost[slots][to]) {
                        cost[slots][to] = price;
                        before[slots][to] = from;
                    }
                }
            }
        }
        return new Search(points, cost, before);
    }

    private double price(int slot, Beat from, Beat to) {
        double cost = pace.cost((double) (to.frame() - from.frame()) / framesPerSecond);
        return Double.isInfinite(cost) ? cost : cost + to.cost() + extra.of(slot, from.frame(), to.frame());
    }

    private record Search(List<Beat> points, double[][] cost, int[][] before) {
        int end() {
            return points.size() - 1;
        }

        List<Integer> trace(int slots) {
            List<Integer> starts = new ArrayList<>();
            int point = end();
            for (int slot = slots; slot > 0; slot--) {
                point = before[slot][point];
                starts.add(points.get(point).frame());
            }
            Collections.reverse(starts);
            return starts;
        }
    }

    private List<Integer> equal(int slots) {
        List<Integer> starts = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            starts.add((int) ((long) frames * slot / slots));
        }
        return starts;
    }
}
