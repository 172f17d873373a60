package pro.reelsai.rendering.picture;

import pro.reelsai.rendering.timeline.Box;
import pro.reelsai.rendering.timeline.Move;

/**
 * Moves over a {@link StillCanvas}, one canvas pixel a frame, which is half a pixel of the box.
 *
 * <p>Luma and chroma are moved apart: {@code zoompan} would move both in steps of whole chroma pixels, which stutters; and a
 * canvas whose chroma is as fine as its luma costs twice as much.
 *
 * @param box the box that the move fills
 * @param framesPerSecond frame rate
 */
record Camera(Box box, int framesPerSecond) {
    /**
     * The filters that turn a canvas into a moving picture.
     *
     * @param frames how long
     * @param name tells its labels from others
     */
    String filters(Move move, int frames, String name) {
        String luma = zoompan(move, frames, 1);
        String chroma = zoompan(move, frames, 2);
        return ("extractplanes=y+u+v[%1$sy][%1$su][%1$sv];[%1$sy]%2$s[%1$sl];[%1$su]%3$s[%1$sb];[%1$sv]%3$s[%1$sr];"
                        + "[%1$sl][%1$sb][%1$sr]mergeplanes=0x001020:yuv420p,setsar=1")
                .formatted(name, luma, chroma);
    }

    /**
     * @param coarseness how many pixels of the picture one of the plane's stands for, across and down
     */
    private String zoompan(Move move, int frames, int coarseness) {
        String step = "trunc(on/" + coarseness + ")";
        String back = "trunc((" + (frames - 1) + "-on)/" + coarseness + ")";
        String path =
                switch (move) {
                    case ZOOM_IN -> zoom(step);
                    case ZOOM_OUT -> zoom(back);
                    case PAN_RIGHT -> pan(step, frames / coarseness);
                    case PAN_LEFT -> pan(back, frames / coarseness);
                };
        return "zoompan=%s:d=%d:s=%dx%d:fps=%d"
                .formatted(path, frames, box.width() / coarseness, box.height() / coarseness, framesPerSecond);
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
