package pro.reelsai.rendering.picture;

import java.util.ArrayList;
import java.util.List;
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
     * The chains that turn a canvas into a moving picture.
     *
     * @param canvas the label of the canvas
     * @param frames how long
     * @param moved where the picture's planes go
     */
    List<String> chains(String canvas, Move move, int frames, Planes moved) {
        Planes still = new Planes(moved.name() + "c");
        List<String> chains = new ArrayList<>();
        chains.add(canvas + still.split());
        chains.add(still.luma() + zoompan(move, frames, 1) + moved.luma());
        for (int i = 0; i < still.chroma().size(); i++) {
            chains.add(still.chroma().get(i)
                    + zoompan(move, frames, 2)
                    + moved.chroma().get(i));
        }
        return chains;
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
        return "zoompan=%1$s:d=%2$d:s=%3$dx%4$d:fps=%5$d,setsar=1,settb=1/%5$d"
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
