package pro.reelsai.caption.font;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A font that is shipped with the service. */
public enum Typeface {
    MONTSERRAT_EXTRA_BOLD("Montserrat ExtraBold", "Montserrat-ExtraBold.ttf"),
    MONTSERRAT_BOLD("Montserrat Bold", "Montserrat-Bold.ttf"),
    COURIER_PRIME_BOLD("Courier Prime Bold", "CourierPrime-Bold.ttf"),
    HEBREW("Noto Sans Hebrew ExtraBold", "NotoSansHebrew-ExtraBold.ttf"),
    ARABIC("Noto Sans Arabic ExtraBold", "NotoSansArabic-ExtraBold.ttf"),
    HAN("Noto Sans SC ExtraBold", "NotoSansSC-ExtraBold.ttf"),
    EMOJI("Noto Emoji Bold", "NotoEmoji-Bold.ttf");

    private final String fullName;
    private final String file;

    Typeface(String fullName, String file) {
        this.fullName = fullName;
        this.file = file;
    }

    /** The name by which an ASS file finds it, with {@code Bold: 0}. */
    public String fullName() {
        return fullName;
    }

    FontMetrics metrics() {
        return Metrics.OF[ordinal()];
    }

    /** Copies the font into a folder. */
    public void copyTo(Path folder) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("No font " + file);
            }
            Files.copy(in, folder.resolve(file));
        }
    }

    /** Read when first asked for, and together: what a text is drawn with is known only by asking all of them. */
    private static final class Metrics {
        private static final FontMetrics[] OF = load();

        private static FontMetrics[] load() {
            FontMetrics[] metrics = new FontMetrics[values().length];
            for (Typeface face : values()) {
                metrics[face.ordinal()] = TrueTypeFont.load("/fonts/" + face.file);
            }
            return metrics;
        }
    }
}
