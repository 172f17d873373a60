package pro.reelsai.caption.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the widths out of a TrueType font. AWT could tell them too, but it drags a graphics stack into the service and
 * does not run in a native executable.
 *
 * <p>Source: <a href="https://learn.microsoft.com/en-us/typography/opentype/spec/">OpenType specification</a>, tables
 * {@code head}, {@code hhea}, {@code hmtx}, {@code OS/2} and {@code cmap}, formats 4 and 12.
 */
public final class TrueTypeFont implements FontMetrics {
    /** What a character from another font is taken to need: no common script draws wider. */
    private static final double FALLBACK_WIDTH = 1.05;

    private static final int TABLE_RECORD_BYTES = 16;

    private final ByteBuffer font;
    private final double unitsPerEm;
    private final double ascent;
    private final double descent;
    private final int metrics;
    private final int metricsCount;
    private final CharacterMap characters;

    private TrueTypeFont(ByteBuffer font) {
        this.font = font;
        this.unitsPerEm = unsigned(table("head") + 18);
        this.metrics = table("hmtx");
        this.metricsCount = unsigned(table("hhea") + 34);
        // libass, like GDI, takes a font's size for its Windows ascent plus descent.
        int windows = table("OS/2");
        this.ascent = unsigned(windows + 74) / unitsPerEm;
        this.descent = unsigned(windows + 76) / unitsPerEm;
        this.characters = CharacterMap.at(font, subtable(table("cmap")));
    }

    /**
     * Reads a font of the class path.
     *
     * @param resource its absolute path
     * @throws IllegalArgumentException if there is none, or it is no TrueType font with a Unicode character map
     */
    public static TrueTypeFont load(String resource) {
        try (InputStream in = TrueTypeFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No font " + resource);
            }
            return new TrueTypeFont(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(int codePoint) {
        return characters.glyph(codePoint) != 0;
    }

    @Override
    public double width(String text) {
        return text.codePoints().mapToDouble(this::advance).sum();
    }

    @Override
    public double ascent() {
        return ascent;
    }

    @Override
    public double descent() {
        return descent;
    }

    private double advance(int codePoint) {
        int glyph = characters.glyph(codePoint);
        if (glyph == 0) {
            return FALLBACK_WIDTH;
        }
        return unsigned(metrics + 4 * Math.min(glyph, metricsCount - 1)) / unitsPerEm;
    }

    private int table(String tag) {
        byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
        int tables = unsigned(4);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + i * TABLE_RECORD_BYTES;
            byte[] found = new byte[4];
            font.get(entry, found);
            if (Arrays.equals(found, name)) {
                return font.getInt(entry + 8);
            }
        }
        throw new IllegalArgumentException("The font has no table " + tag);
    }

    /** The last of the subtables that are known; a font puts the one for all planes behind that of the basic one. */
    private int subtable(int cmap) {
        for (int i = unsigned(cmap + 2) - 1; i >= 0; i--) {
            int offset = cmap + font.getInt(cmap + 4 + i * 8 + 4);
            if (CharacterMap.isKnown(unsigned(offset))) {
                return offset;
            }
        }
        throw new IllegalArgumentException("The font has no Unicode character map");
    }

    private int unsigned(int offset) {
        return Short.toUnsignedInt(font.getShort(offset));
    }
}
