package pro.reelsai.caption.ass;

import org.jspecify.annotations.Nullable;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.LayoutType;

/**
 * Where captions are, in pixels. It keeps clear of what the apps lay over a video: about 12 % at the top, 20 % at the
 * bottom, 6 % at either side.
 *
 * @param width the picture's width
 * @param height the picture's height
 * @param centreX the middle of a line
 * @param centreY the middle of a line
 * @param widest how wide a line may be, outline and growth of the spoken word included
 */
public record CaptionArea(int width, int height, int centreX, int centreY, int widest) {
    private static final double SIDE_MARGIN = 0.065;
    private static final double LOWER_THIRD = 0.7;

    private static final double MIDDLE = 0.5;

    /** The place in a layout: on the seam between two halves or above a bubble, else below the actor's face. */
    public static CaptionArea of(@Nullable LayoutType layout, AspectRatio shape) {
        double y = layout == LayoutType.TOP_BOTTOM || layout == LayoutType.AVATAR_BUBBLE ? MIDDLE : LOWER_THIRD;
        int widest = (int) (shape.width() * (1 - 2 * SIDE_MARGIN));
        return new CaptionArea(shape.width(), shape.height(), shape.width() / 2, (int) (shape.height() * y), widest);
    }

    /** How much larger things are drawn than in a picture 1080 wide. */
    double scale() {
        return Math.min(width, height) / 1080.0;
    }
}
