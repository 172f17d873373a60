package pro.reelsai.caption.font;

import java.nio.ByteBuffer;

/**
 * A {@code cmap} subtable of format 4: segments of characters, each with an offset to its glyphs.
 *
 * @param font the whole font
 * @param start where the subtable begins, in bytes
 */
record CharacterMap(ByteBuffer font, int start) {
    private static final int HEADER_BYTES = 14;
    private static final int MASK = 0xFFFF;

    /** The glyph of a character of the basic plane; 0 if there is none. */
    int glyph(int character) {
        int doubled = unsigned(start + 6);
        int ends = start + HEADER_BYTES;
        int starts = ends + doubled + 2;
        int deltas = starts + doubled;
        int ranges = deltas + doubled;
        for (int segment = 0; segment < doubled; segment += 2) {
            if (character > unsigned(ends + segment)) {
                continue;
            }
            int first = unsigned(starts + segment);
            if (character < first) {
                return 0;
            }
            int delta = unsigned(deltas + segment);
            int range = unsigned(ranges + segment);
            if (range == 0) {
                return (character + delta) & MASK;
            }
            int glyph = unsigned(ranges + segment + range + 2 * (character - first));
            return glyph == 0 ? 0 : (glyph + delta) & MASK;
        }
        return 0;
    }

    private int unsigned(int offset) {
        return Short.toUnsignedInt(font.getShort(offset));
    }
}
