package pro.reelsai.rendering.timeline;

import java.util.List;

/**
 * One box of the picture and what it shows, without gaps.
 *
 * @param box where
 * @param outline in which shape
 * @param shots what, in order; each starts where the one before ends
 */
public record Track(Box box, Outline outline, List<Shot> shots) {
    /**
     * @throws IllegalArgumentException if there is no shot, a gap, an overlap, a fade longer than a shot, or if the box of
     *     a circle is not square
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
        if (outline == Outline.ROUND && box.width() != box.height()) {
            throw new IllegalArgumentException("A circle needs a square: " + box);
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
