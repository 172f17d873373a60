package pro.reelsai.caption.font;

import java.nio.ByteBuffer;

/** A {@code cmap} subtable: which glyph draws a character. */
sealed interface CharacterMap {
    int MASK = 0xFFFF;
    int LAST_BMP = 0xFFFF;

    /** The glyph of a character; 0 if there is none. */
    int glyph(int codePoint);

    /** Whether a subtable's format is one of those that are read here. */
    static boolean isKnown(int format) {
        return format == 4 || format == 12;
    }

    /**
     * The map that begins at a place of a font.
     *
     * @param start where, in bytes
     */
    static CharacterMap at(ByteBuffer font, int start) {
        int format = Short.toUnsignedInt(font.getShort(start));
        return format == 12 ? new Groups(font, start) : new Segments(font, start);
    }

    /** Format 4: segments of characters of the basic plane, each with an offset to its glyphs. */
    record Segments(ByteBuffer font, int start) implements CharacterMap {
        private static final int HEADER_BYTES = 14;

        @Override
        public int glyph(int codePoint) {
            if (codePoint > LAST_BMP) {
                return 0;
            }
            int doubled = unsigned(start + 6);
            int ends = start + HEADER_BYTES;
            int starts = ends + doubled + 2;
            int deltas = starts + doubled;
            int ranges = deltas + doubled;
            for (int segment = 0; segment < doubled; segment += 2) {
                if (codePoint > unsigned(ends + segment)) {
                    continue;
                }
                int first = unsigned(starts + segment);
                if (codePoint < first) {
                    return 0;
                }
                int delta = unsigned(deltas + segment);
                int range = unsigned(ranges + segment);
                if (range == 0) {
                    return (codePoint + delta) & MASK;
                }
                int glyph = unsigned(ranges + segment + range + 2 * (codePoint - first));
                return glyph == 0 ? 0 : (glyph + delta) & MASK;
            }
            return 0;
        }

        private int unsigned(int offset) {
            return Short.toUnsignedInt(font.getShort(offset));
        }
    }

    /** Format 12: groups of characters of all planes, whose glyphs follow each other. */
    record Groups(ByteBuffer font, int start) implements CharacterMap {
        private static final int HEADER_BYTES = 16;
        private static final int GROUP_BYTES = 12;

        @Override
        public int glyph(int codePoint) {
            int low = 0;
            int high = font.getInt(start + 12) - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int group = start + HEADER_BYTES + middle * GROUP_BYTES;
                if (codePoint < font.getInt(group)) {
                    high = middle - 1;
                } else if (codePoint > font.getInt(group + 4)) {
                    low = middle + 1;
                } else {
                    return font.getInt(group + 8) + codePoint - font.getInt(group);
                }
            }
            return 0;
        }
    }
}
