package pro.reelsai.model;

/** The shapes of a finished ad with their delivery sizes in pixels. */
public enum AspectRatio {
    PORTRAIT("9:16", 1080, 1920),
    SQUARE("1:1", 1080, 1080),
    LANDSCAPE("16:9", 1920, 1080),
    FEED("4:5", 1080, 1350);

    private final String label;
    private final int width;
    private final int height;

    AspectRatio(String label, int width, int height) {
        this.label = label;
        this.width = width;
        this.height = height;
    }

    /** The name in the REST contract, such as {@code 9:16}. */
    public String label() {
        return label;
    }

    /** Delivery width in pixels, even. */
    public int width() {
        return width;
    }

    /** Delivery height in pixels, even. */
    public int height() {
        return height;
    }

    /**
     * Finds the shape of a label.
     *
     * @throws IllegalArgumentException if no shape has that label
     */
    public static AspectRatio ofLabel(String label) {
        for (AspectRatio ratio : values()) {
            if (ratio.label.equals(label)) {
                return ratio;
            }
        }
        throw new IllegalArgumentException("Unknown aspect ratio '" + label + "'; use 9:16, 1:1, 16:9 or 4:5");
    }
}
