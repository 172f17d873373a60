package pro.reelsai.caption.ass;

import java.util.List;
import java.util.Locale;
import pro.reelsai.caption.font.FontMetrics;
import pro.reelsai.caption.text.Cue;
import pro.reelsai.caption.text.Token;

/**
 * Writes captions as an ASS file. Every word is an event of its own at a place of its own, so that the spoken word can
 * grow without pushing its neighbours about.
 */
public final class AssScript {
    /** The space between two words, in em; a little wider than the font's, to leave room for outlines. */
    public static final double SPACE = 0.36;

    private static final int POP_MILLISECONDS = 90;

    /** How far a spoken word may grow towards its neighbours, in pixels of a picture 1080 wide. */
    private static final double MOST_GROWTH = 11;

    private static final int OUTLINE = 6;
    private static final int SHADOW = 3;

    private final CaptionArea area;
    private final CaptionLook look;
    private final FontMetrics font;
    private final FrameClock clock;

    /**
     * @param font the metrics of {@code Montserrat ExtraBold}, which the file names
     * @param framesPerSecond frame rate of the video
     */
    public AssScript(CaptionArea area, CaptionLook look, FontMetrics font, int framesPerSecond) {
        this.area = area;
        this.look = look;
        this.font = font;
        this.clock = new FrameClock(framesPerSecond);
    }

    /** How wide a line may be, in em. */
    public static double widestLine(CaptionArea area, CaptionLook look) {
        double ink = 2 * (OUTLINE + SHADOW) * area.scale();
        double growth = 2 * MOST_GROWTH * area.scale();
        return (area.widest() - ink - growth) / (look.em() * area.scale());
    }

    /** The whole file. */
    public String write(List<Cue> cues) {
        StringBuilder file = new StringBuilder(header());
        for (Cue cue : cues) {
            write(file, cue);
        }
        return file.toString();
    }

    private String header() {
        double scale = area.scale();
        return """
                [Script Info]
                ScriptType: v4.00+
                PlayResX: %d
                PlayResY: %d
                WrapStyle: 2
                ScaledBorderAndShadow: yes
                YCbCr Matrix: TV.709

                [V4+ Styles]
                Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
                Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
                MarginR, MarginV, Encoding
                Style: Word,Montserrat ExtraBold,%.1f,&H%s,&H%s,&H00101010,&H78000000,0,0,0,0,100,100,0,0,1,%.1f,%.1f,5,0,0,0,1

                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                """.formatted(
                        area.width(),
                        area.height(),
                        fontSize(1),
                        look.colour(),
                        look.colour(),
                        OUTLINE * scale,
                        SHADOW * scale);
    }

    private void write(StringBuilder file, Cue cue) {
        double shrink = Math.min(1, widestLine(area, look) / cue.width(SPACE));
        double em = look.em() * area.scale() * shrink;
        double x = area.centreX() - cue.width(SPACE) * em / 2;
        List<Token> tokens = cue.tokens();
        int begin = clock.frame(cue.start());
        int end = clock.frame(cue.end());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            double centre = x + token.width() * em / 2;
            x += (token.width() + SPACE) * em;
            int spoken = Math.clamp(clock.frame(token.start()), begin, end);
            int silent = i + 1 < tokens.size()
                    ? Math.clamp(clock.frame(tokens.get(i + 1).start()), begin, end)
                    : end;
            String place = place(centre, shrink);
            event(file, 0, begin, spoken, place, token);
            event(file, 1, spoken, silent, place + pop(token.width() * em), token);
            event(file, 0, silent, end, place, token);
        }
    }

    private void event(StringBuilder file, int layer, int from, int to, String style, Token token) {
        if (from < to) {
            file.append("Dialogue: %d,%s,%s,Word,,0,0,0,,{%s}%s\n"
                    .formatted(layer, clock.time(from), clock.time(to), style, AssText.escaped(token.text())));
        }
    }

    private String place(double centre, double shrink) {
        String size = shrink < 1 ? String.format(Locale.ROOT, "\\fs%.1f", fontSize(shrink)) : "";
        return String.format(Locale.ROOT, "\\an5\\pos(%.1f,%d)%s", centre, area.centreY(), size);
    }

    private String pop(double width) {
        double growth = Math.min(width * (look.spokenPercent() - 100) / 100, 2 * MOST_GROWTH * area.scale());
        long percent = Math.round(100 + 100 * growth / width);
        return "\\1c&H%s&\\t(0,%d,\\fscx%d\\fscy%d)"
                .formatted(look.spokenColour().substring(2), POP_MILLISECONDS, percent, percent);
    }

    private double fontSize(double shrink) {
        return look.em() * area.scale() * shrink * font.lineHeight();
    }
}
