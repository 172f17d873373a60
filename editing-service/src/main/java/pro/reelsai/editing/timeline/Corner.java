package pro.reelsai.editing.timeline;

/** A corner of the picture. */
public enum Corner {
    UPPER_LEFT,
    UPPER_RIGHT,
    LOWER_LEFT,
    LOWER_RIGHT;

    boolean isUpper() {
        return this == UPPER_LEFT || this == UPPER_RIGHT;
    }

    boolean isLeft() {
        return this == UPPER_LEFT || this == LOWER_LEFT;
    }
}
