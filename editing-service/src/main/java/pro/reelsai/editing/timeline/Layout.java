package pro.reelsai.editing.timeline;

import java.util.Optional;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.LayoutType;

/**
 * Where assets and actor are in the picture.
 *
 * @param width the picture's width in pixels
 * @param height the picture's height in pixels
 * @param assets where the assets are
 * @param actor where the actor is
 */
public record Layout(int width, int height, Box assets, Box actor) {
    /**
     * The boxes of a layout in a shape; empty if we cannot draw that layout.
     *
     * @param shortSide the picture's shorter side in pixels, even
     */
    public static Optional<Layout> of(LayoutType type, AspectRatio shape, int shortSide) {
        double scale = (double) shortSide / Math.min(shape.width(), shape.height());
        return type == LayoutType.TOP_BOTTOM
                ? Optional.of(topAndBottom(even(shape.width() * scale), even(shape.height() * scale)))
                : Optional.empty();
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }

    private static Layout topAndBottom(int width, int height) {
        int seam = (height / 2 + 1) & ~1;
        return new Layout(width, height, new Box(0, 0, width, seam), new Box(0, seam, width, height - seam));
    }
}
