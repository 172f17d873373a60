package pro.reelsai.editing.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is seen in which slot. A slot's turn is {@link #ACTOR}, or counts the showings of assets: turn n shows asset n modulo
 * the number of assets, so that assets keep their order and none comes again before all were seen.
 */
final class Casting {
    static final int ACTOR = -1;

    private final int assets;
    private final boolean withActor;

    private Casting(int assets, boolean withActor) {
        this.assets = assets;
        this.withActor = withActor;
    }

    /** Assets all the time. */
    static Casting assetsOnly(int assets) {
        return new Casting(assets, false);
    }

    /** The actor begins and ends the ad, assets come in between; the actor shows up between them if there is room. */
    static Casting cutaways(int assets) {
        return new Casting(assets, true);
    }

    /** Whether one slot is cut hard to the next: a face that fades into a product looks like a ghost. */
    boolean cuts() {
        return withActor;
    }

    /** How many slots it takes to show every asset, and the actor in between. */
    int slotsForAll() {
        return withActor ? 2 * assets + 1 : assets;
    }

    /** Who is likely to be in a slot, before it is known how many there are. */
    int likely(int slot) {
        if (!withActor) {
            return slot;
        }
        return slot % 2 == 0 ? ACTOR : slot / 2;
    }

    /** Who is seen in so many slots. */
    List<Integer> of(int slots) {
        List<Integer> cast = new ArrayList<>();
        int turn = 0;
        for (int slot = 0; slot < slots; slot++) {
            cast.add(isActors(slot, slots, turn) ? ACTOR : turn++);
        }
        return cast;
    }

    /**
     * Who is seen one after the other where slots follow the speech: every asset once, and the actor, if there is one, at the
     * beginning, at the end, and wherever the speech is about none for a while.
     *
     * @param pause how long it has to be about none, in seconds
     */
    List<Integer> following(CueSheet cues, double pause) {
        List<Integer> cast = new ArrayList<>();
        if (withActor) {
            cast.add(ACTOR);
        }
        int next = 0;
        double end = 0;
        for (Cue cue : cues.cues()) {
            if (withActor && next > 0 && cue.asset() >= next && cue.start() - end >= pause) {
                cast.add(ACTOR);
            }
            while (next <= cue.asset()) {
                cast.add(next++);
            }
            end = cue.end();
        }
        while (next < assets) {
            cast.add(next++);
        }
        if (withActor) {
            cast.add(ACTOR);
        }
        return cast;
    }

    private boolean isActors(int slot, int slots, int shown) {
        if (!withActor || slots == 1) {
            return withActor;
        }
        if (slot == 0 || slot == slots - 1 && slots > 2) {
            return true;
        }
        // Between two assets only while every asset still gets a slot before the last.
        int left = slots - 1 - slot;
        return slot % 2 == 0 && left > 1 && left > assets - shown;
    }
}
