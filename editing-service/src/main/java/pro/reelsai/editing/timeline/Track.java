package pro.reelsai.editing.timeline;

import java.util.List;

/**
 * One box of the picture and what it shows, without gaps.
 *
 * @param box where
 * @param shots what, in order; each starts where the one before ends
 */
public record Track(Box box, List<Shot> shots) {
    /**
     * @throws IllegalArgumentException if there is no shot, a gap, an overlap, or a fade longer than a shot
     */
    public Track {
        shots = List.copyOf(shots);
        int end = 0;
        for (Shot shot : shots) {
            if (shot.start() != end || shot.end() <= shot.start() || shot.fade() > shot.end() - shot.start()) {
                throw new IllegalArgumentException("Shots do not join: " + shots);
            }
            end = shot.end();
        }
        if (end == 0 || shots.getFirst().fade() != 0) {
            throw new IllegalArgumentException("A track begins with a shot that does not fade in");
        }
    }

    /** The frame after the last one. */
    public int end() {
        return shots.getLast().end();
    }

    /** How many frames of its source a shot needs: its own time and the time in which the next one fades in over it. */
    public int framesOf(int shot) {
        int own = shots.get(shot).end() - shots.get(shot).start();
        return shot + 1 < shots.size() ? own + shots.get(shot + 1).fade() : own;
    }
}
