package pro.reelsai.rendering.timeline;

import java.util.List;

/**
 * All that is on screen. A layout is nothing but boxes and what is in them.
 *
 * @param width the picture's width in pixels, even
 * @param height the picture's height in pixels, even
 * @param framesPerSecond frame rate
 * @param frames length
 * @param tracks the boxes, from the back to the front
 */
public record Timeline(int width, int height, int framesPerSecond, int frames, List<Track> tracks) {
    /**
     * @throws IllegalArgumentException if a track leaves the picture or is shorter or longer than the ad
     */
    public Timeline {
        tracks = List.copyOf(tracks);
        for (Track track : tracks) {
            Box box = track.box();
            if (track.end() != frames || box.x() + box.width() > width || box.y() + box.height() > height) {
                throw new IllegalArgumentException(
                        "A track does not fit into %dx%d for %d frames: %s".formatted(width, height, frames, track));
            }
        }
    }

    /** Length in seconds. */
    public double seconds() {
        return (double) frames / framesPerSecond;
    }
}
