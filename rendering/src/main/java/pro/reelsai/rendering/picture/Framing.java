package pro.reelsai.rendering.picture;

import java.util.Locale;
import pro.reelsai.rendering.timeline.Box;

/**
 * How a picture of any shape gets into a box: it fills the box if little enough is lost by cropping it, otherwise it is
 * shown before a blurred enlargement of itself, a very wide one without its outer sides. Written as FFmpeg expressions over the picture's own size, because
 * only the decoder knows that for sure (rotation in a JPEG's Exif, pixels that are not square).
 */
final class Framing {
    /** How much narrower than the box, as a share of the box's aspect, a picture may be and still be cropped. */
    private static final double NARROWEST = 0.85;

    /** How much wider; 16:9 is still cropped to 9:8. */
    private static final double WIDEST = 1.7;

    /** How much of the box a picture takes that does not fill it, so that a camera move cuts nothing off. */
    static final double SHARE = 0.94;

    private static final int BLUR_DIVISOR = 8;

    private final double aspect;

    Framing(Box box) {
        this.aspect = box.aspect();
    }

    /** Whether a picture of that size as displayed fills the box. */
    boolean fills(int width, int height) {
        double ratio = (double) width / height / aspect;
        return ratio >= NARROWEST && ratio <= WIDEST;
    }

    /** Crops the middle out of a picture that will fill the box, and the outer sides off one that is wider still. */
    String cropToShow() {
        String fills = expression("between(dar/%f,%f,%f)", aspect, NARROWEST, WIDEST);
        String width = expression("min(iw,max(2,ih*%f/sar))", aspect * WIDEST);
        return "crop=w='if(%s,%s,%s)':h='if(%s,%s,ih)'".formatted(fills, croppedWidth(), width, fills, croppedHeight());
    }

    /** Crops the middle of the box's shape out of any picture. */
    String crop() {
        return "crop=w='%s':h='%s'".formatted(croppedWidth(), croppedHeight());
    }

    /**
     * Filters that show all of a moving picture, as high as the box, on a blurred enlargement of itself.
     *
     * @param box the box
     */
    static String onBlur(Box box) {
        Framing framing = new Framing(box);
        int width = box.width();
        int height = box.height();
        return "split[front][back];[back]" + framing.crop() + ","
                + StillCanvas.blurred(width / BLUR_DIVISOR, height / BLUR_DIVISOR, width, height) + "[behind];"
                + "[front]scale=-2:%d:flags=bicubic:%s,setsar=1[whole];".formatted(height, Colours.CONVERT)
                + "[behind][whole]overlay=(W-w)/2:0:format=yuv420,format=yuv420p,setsar=1";
    }

    private String croppedWidth() {
        return expression("min(iw,max(2,ih*%f/sar))", aspect);
    }

    private String croppedHeight() {
        return expression("min(ih,max(2,iw*sar/%f))", aspect);
    }

    /**
     * The width and height options of a scale filter that fits a picture into a canvas of the box's shape; a picture that
     * has been cropped to the box's aspect fills it.
     *
     * @param width the canvas's width in pixels, even
     * @param height the canvas's height in pixels, even
     * @param share how much of the canvas a picture takes that does not fill it, up to 1
     */
    String fitted(int width, int height, double share) {
        // A crop to whole pixels misses the aspect by a hair; within 2 % counts as filling.
        String fills = expression("between(dar/%f,0.98,1.02)", aspect);
        // One that has lost its outer sides reaches from edge to edge.
        String shown = expression("if(gte(dar/%f,%f),1,%f)", aspect, WIDEST * 0.98, share);
        String w = expression("if(%s,%d,max(2,2*trunc(%d*%s*min(1,dar/%f)/2)))", fills, width, width, shown, aspect);
        String h = expression("if(%s,%d,max(2,2*trunc(%d*%s*min(1,%f/dar)/2)))", fills, height, height, shown, aspect);
        return "w='" + w + "':h='" + h + "'";
    }

    private static String expression(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
