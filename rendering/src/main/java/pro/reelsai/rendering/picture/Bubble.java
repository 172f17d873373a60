package pro.reelsai.rendering.picture;

import java.util.List;

/**
 * Cuts a square picture to a disc with a white border. Disc and border are drawn once, smooth at their edges; each frame is
 * only blended with them.
 *
 * @param diameter the square's side in pixels, even
 * @param name tells its labels from others
 */
record Bubble(int diameter, String name) {
    private static final int BORDER_DIVISOR = 36;

    /** The label of the disc, which has transparency. */
    String label() {
        return "[%s]".formatted(name);
    }

    /**
     * The filter chains.
     *
     * @param square the label of the picture
     */
    List<String> chains(String square) {
        int radius = diameter / 2;
        int border = Math.max(2, diameter / BORDER_DIVISOR);
        String once = "color=c=white:s=%1$dx%1$d:r=1:d=1".formatted(diameter);
        return List.of(
                once
                        + ",format=rgba,geq=r=255:g=255:b=255:a='255*clip(%s-%d+0.5,0,1)'[%sring]"
                                .formatted(distance(radius), radius - border, name),
                once
                        + ",format=gray,geq=lum='255*clip(%d-%s+0.5,0,1)'[%sdisc]"
                                .formatted(radius - 1, distance(radius), name),
                "%s[%sring]overlay=format=yuv420[%sframed]".formatted(square, name, name),
                "[%sframed][%sdisc]alphamerge%s".formatted(name, name, label()));
    }

    private static String distance(int centre) {
        return "hypot(X+0.5-%1$d,Y+0.5-%1$d)".formatted(centre);
    }
}
