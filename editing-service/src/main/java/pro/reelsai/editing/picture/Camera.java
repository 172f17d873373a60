package pro.reelsai.editing.picture;

import pro.reelsai.editing.timeline.Box;
import pro.reelsai.editing.timeline.Move;

/**
 * Moves over a {@link StillCanvas}, one canvas pixel a frame, which is half a pixel of the box.
 *
 * @param box the box that the move fills
 * @param framesPerSecond frame rate
 */
record Camera(Box box, int framesPerSecond) {
    /**
     * The filters that turn a canvas into a moving picture.
     *
     * @param frames how long
     */
    String filters(Move move, int frames) {
        int last = frames - 1;
        String path =
                switch (move) {
                    case ZOOM_IN -> zoom("on");
                    case ZOOM_OUT -> zoom("(" + last + "-on)");
                    case PAN_RIGHT -> pan("on", frames);
                    case PAN_LEFT -> pan(last + "-on", frames);
                };
        return "zoompan=%s:d=%d:s=%dx%d:fps=%d,format=yuv420p,setsar=1"
                .formatted(path, frames, box.width(), box.height(), framesPerSecond);
    }

    /** The half pixel keeps the division from falling one short of the whole number that is meant. */
    private static String zoom(String margin) {
        return path("iw/(iw-2*%s+0.5)".formatted(margin), margin, margin);
    }

    private static String pan(String x, int travel) {
        return path("iw/(iw-%d+0.5)".formatted(travel), x, String.valueOf(travel / 2));
    }

    private static String path(String zoom, String x, String y) {
        return "z='%s':x='%s':y='%s'".formatted(zoom, x, y);
    }
}
