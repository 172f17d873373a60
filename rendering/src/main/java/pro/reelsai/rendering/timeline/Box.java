package pro.reelsai.rendering.timeline;

/**
 * A rectangle of the picture, in pixels from its upper left corner. All four are even, as 4:2:0 colour wants it.
 *
 * @param x left edge
 * @param y upper edge
 * @param width width, above 0
 * @param height height, above 0
 */
public record Box(int x, int y, int width, int height) {
    /**
     * @throws IllegalArgumentException if the box is empty, lies outside the picture's origin or is not even
     */
    public Box {
        if (width <= 0 || height <= 0 || x < 0 || y < 0) {
            throw new IllegalArgumentException("Not a box: %d,%d %dx%d".formatted(x, y, width, height));
        }
        if (((x | y | width | height) & 1) != 0) {
            throw new IllegalArgumentException("Not even: %d,%d %dx%d".formatted(x, y, width, height));
        }
    }

    /** Width over height. */
    public double aspect() {
        return (double) width / height;
    }
}
