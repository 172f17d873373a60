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
    private static final double UPPER_EDGE = 0.18;
    private static final double ACROSS_THE_CHEST = 0.78;

    /**
     * The place in a layout: on the seam between two halves, above the product and the bubble that lie over each other,
     * else below the actor's face.
     *
     * @param bubbleIsBelow whether the bubble of {@link LayoutType#AVATAR_BUBBLE} is in a lower corner
     */
    public static CaptionArea of(@Nullable LayoutType layout, AspectRatio shape, boolean bubbleIsBelow) {
        double y =
                switch (layout) {
                    case TOP_BOTTOM -> MIDDLE;
                    case AVATAR_BUBBLE -> bubbleIsBelow ? UPPER_EDGE : LOWER_THIRD;
                    case ACTOR_CUTOUT -> ACROSS_THE_CHEST;
                    case SIDE_BY_SIDE -> LOWER_THIRD;
                    case FULL_ACTOR -> belowTheChin(shape);
                    case null -> belowTheChin(shape);
                };
        int widest = (int) (shape.width() * (1 - 2 * SIDE_MARGIN));
        return new CaptionArea(shape.width(), shape.height(), shape.width() / 2, (int) (shape.height() * y), widest);
    }

    /** The less upright a picture is that an actor fills, the larger is the face. */
    private static double belowTheChin(AspectRatio shape) {
        return switch (shape) {
            case SQUARE -> 0.84;
            case FEED -> 0.76;
            case PORTRAIT, LANDSCAPE -> LOWER_THIRD;
        };
    }

    /** How much larger things are drawn than in a picture 1080 wide. */
    double scale() {
        return Math.min(width, height) / 1080.0;
    }
}
