package pro.reelsai.rendering.timeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something that is on screen for a while. Times are frames from the start of the ad; a shot lasts from its start to the
 * next one's, and stays on while the next one fades in.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Shot.Still.class, name = "still"),
    @JsonSubTypes.Type(value = Shot.Clip.class, name = "clip"),
    @JsonSubTypes.Type(value = Shot.Actor.class, name = "actor")
})
public sealed interface Shot {
    /** The first frame. */
    int start();

    /** The frame after the last one that belongs to this shot alone or fades it in. */
    int end();

    /** How many frames, from the start on, it takes to fade in over the shot before; 0 for the first and for a cut. */
    int fade();

    /**
     * A still picture.
     *
     * @param asset which of the assets, from 0
     */
    record Still(int asset, int start, int end, int fade, Move move) implements Shot {}

    /**
     * A clip.
     *
     * @param asset which of the assets, from 0
     * @param timing which part of it, how fast
     */
    record Clip(int asset, int start, int end, int fade, ClipTiming timing) implements Shot {}

    /** The actor, whose video began with the ad and goes on while others are seen. */
    record Actor(int start, int end) implements Shot {
        @Override
        public int fade() {
            return 0;
        }
    }
}
