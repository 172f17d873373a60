package pro.reelsai.caption.ass;

import org.jspecify.annotations.Nullable;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.LayoutType;

/**
 * Where the closing card is, in pixels: over the product's picture, clear of captions and of the actor's face.
 *
 * @param centreX its middle
 * @param centreY its middle
 * @param top what nothing of it may be above
 * @param width how wide it may be
 * @param scale how much larger things are than in a picture 1080 wide
 */
record CardArea(double centreX, double centreY, double top, double width, double scale) {
    private static final double SIDE_MARGIN = 0.065;
    private static final double MUCH_IS_CUT_OFF = 1.5;

    static CardArea of(@Nullable LayoutType layout, AspectRatio shape) {
        double width = shape.width();
        double height = shape.height();
        double scale = Math.min(width, height) / 1080;
        double full = width * (1 - 2 * SIDE_MARGIN);
        boolean upright = height > width;
        double top = height * (upright ? 0.1 : 0.04);
        return switch (layout) {
            case TOP_BOTTOM -> new CardArea(width / 2, height * (upright ? 0.28 : 0.25), top, full, scale);
            case SIDE_BY_SIDE ->
                new CardArea(
                        width / 4,
                        height * 0.36,
                        top,
                        width / 2 - width * SIDE_MARGIN * 1.5,
                        upright ? scale * 0.72 : scale * 0.8);
            case AVATAR_BUBBLE -> new CardArea(width / 2, height * 0.42, top, full, scale);
            case ACTOR_CUTOUT ->
                upright
                        ? new CardArea(width / 2, height * 0.2, top, full, scale)
                        : new CardArea(width * 0.3, height * 0.34, top, width * 0.46, scale * 0.8);
            case FULL_ACTOR -> besideTheFace(width, height, top, full, scale);
            case null -> besideTheFace(width, height, top, full, scale);
        };
    }

    /**
     * A wide picture has room on the actor's side; else there is only what is above the face, which is the less the more of an
     * actor filmed upright the picture cuts off.
     */
    private static CardArea besideTheFace(double width, double height, double top, double full, double scale) {
        if (width > height) {
            return new CardArea(width * 0.17, height * 0.36, top, width * 0.27, scale * 0.8);
        }
        return height < width * MUCH_IS_CUT_OFF
                ? new CardArea(width / 2, height * 0.14, top, full, scale * 0.62)
                : new CardArea(width / 2, height * 0.17, top, full, scale * 0.85);
    }
}
