package pro.reelsai.editing.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a length of time into slots, one after the other, so that cuts fall on good beats and slots keep a lively pace.
 * Finds the best of all ways (shortest path over the beats).
 */
final class SlotCutter {
    private static final double SHORTEST_SECONDS = 2.5;
    private static final double LONGEST_SECONDS = 6;
    private static final double IDEAL_SECONDS = 3.8;

    private final int frames;
    private final int framesPerSecond;
    private final List<Beat> beats;
    private final SlotCost extra;

    /** What a slot costs beyond its pace and its cut. */
    @FunctionalInterface
    interface SlotCost {
        /**
         * @param slot which slot, from 0
         * @param seconds how long it would be
         */
        double of(int slot, double seconds);
    }

    /**
     * @param beats where a cut may be, rising, all between 0 and the length
     */
    SlotCutter(int frames, int framesPerSecond, List<Beat> beats, SlotCost extra) {
        this.frames = frames;
        this.framesPerSecond = framesPerSecond;
        this.beats = beats;
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
        int most = Math.max(1, (int) Math.floor(seconds / SHORTEST_SECONDS));
        int fewest = Math.clamp(wanted, Math.min(most, (int) Math.ceil(seconds / LONGEST_SECONDS)), most);
        return cheapest(fewest, most);
    }

    private List<Integer> cheapest(int fewest, int most) {
        List<Beat> points = new ArrayList<>(beats);
        points.addFirst(new Beat(0, 0));
        points.addLast(new Beat(frames, 0));
        int end = points.size() - 1;
        double[][] cost = new double[most + 1][points.size()];
        int[][] before = new int[most + 1][points.size()];
        Arrays.stream(cost).forEach(row -> Arrays.fill(row, Double.POSITIVE_INFINITY));
        cost[0][0] = 0;
        for (int slots = 1; slots <= most; slots++) {
            for (int to = 1; to <= end; to++) {
                for (int from = 0; from < to; from++) {
                    double price = cost[slots - 1][from] + price(slots - 1, points.get(from), points.get(to));
                    if (price < cost[slots][to]) {
                        cost[slots][to] = price;
                        before[slots][to] = from;
                    }
                }
            }
        }
        int best = fewest;
        for (int slots = fewest; slots <= most; slots++) {
            if (cost[slots][end] < cost[best][end]) {
                best = slots;
            }
        }
        return Double.isInfinite(cost[best][end]) ? equal(best) : trace(before, best, points);
    }

    private double price(int slot, Beat from, Beat to) {
        double seconds = (double) (to.frame() - from.frame()) / framesPerSecond;
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            return Double.POSITIVE_INFINITY;
        }
        double pace = seconds - IDEAL_SECONDS;
        return pace * pace + to.cost() + extra.of(slot, seconds);
    }

    private static List<Integer> trace(int[][] before, int slots, List<Beat> points) {
        List<Integer> starts = new ArrayList<>();
        int point = points.size() - 1;
        for (int slot = slots; slot > 0; slot--) {
            point = before[slot][point];
            starts.add(points.get(point).frame());
        }
        Collections.reverse(starts);
        return starts;
    }

    private List<Integer> equal(int slots) {
        List<Integer> starts = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            starts.add((int) ((long) frames * slot / slots));
        }
        return starts;
    }
}
