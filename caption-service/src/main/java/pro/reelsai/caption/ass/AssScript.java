package pro.reelsai.caption.ass;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pro.reelsai.caption.font.FontStack;
import pro.reelsai.caption.text.Cue;
import pro.reelsai.caption.text.Token;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.LayoutType;

/**
 * Writes captions as an ASS file. Every word is an event of its own at a place of its own, so that the spoken word can
 * grow without pushing its neighbours about.
 */
public final class AssScript {
    /** The space between two words, in em; a little wider than the font's, to leave room for outlines. */
    public static final double SPACE = 0.36;

    private final CaptionArea area;
    private final CaptionLook look;
    private final FontStack fonts;
    private final FrameClock clock;

    /**
     * @param framesPerSecond frame rate of the video
     */
    public AssScript(CaptionArea area, CaptionLook look, int framesPerSecond) {
        this.area = area;
        this.look = look;
        this.fonts = new FontStack(look.face());
        this.clock = new FrameClock(framesPerSecond);
    }

    /** The captions alone. */
    public String write(List<Cue> cues) {
        StringBuilder file = new StringBuilder(header());
        WordEvents words = new WordEvents(look, area.scale(), clock, file);
        LineSetter setter = new LineSetter(area, look, fonts, LineSetter.isRightToLeft(cues));
        for (Cue cue : cues) {
            write(cue, setter, words);
        }
        return file.toString();
    }

    /**
     * Captions and the card that ends the ad.
     *
     * @param seconds how long the ad is
     */
    public String write(
            List<Cue> cues, ClosingCard card, @Nullable LayoutType layout, AspectRatio shape, double seconds) {
        return write(cues) + new CardSetter(CardArea.of(layout, shape), clock).write(card, seconds);
    }

    // Encoding -1 lets libass find out by itself in which direction a word is read.
    private String header() {
        double scale = area.scale();
        return String.format(
                Locale.ROOT,
                """
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
                Style: Word,%s,%.1f,&H00%s,&H00%s,&H00101010,&H78000000,0,0,0,0,100,100,0,0,1,%.1f,%.1f,5,0,0,0,-1
                Style: Plate,%s,20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                """,
                area.width(),
                area.height(),
                look.face().fullName(),
                look.em() * scale * fonts.lineHeight(),
                look.ink().colour(),
                look.ink().colour(),
                look.ink().outline() * scale,
                look.ink().shadow() * scale,
                look.face().fullName());
    }

    private void write(Cue cue, LineSetter setter, WordEvents events) {
        int begin = clock.frame(cue.start());
        int end = clock.frame(cue.end());
        double em = setter.em(cue);
        if (look.plate() != null) {
            double width = cue.width(SPACE) * em;
            events.plate(0, begin, end, Plate.line(area.centreX(), area.centreY(), width, em, look.plate()));
        }
        List<Token> tokens = cue.tokens();
        List<PlacedWord> placed = setter.set(cue);
        for (int i = 0; i < tokens.size(); i++) {
            int spoken = Math.clamp(clock.frame(tokens.get(i).start()), begin, end);
            int silent = i + 1 < tokens.size()
                    ? Math.clamp(clock.frame(tokens.get(i + 1).start()), begin, end)
                    : end;
            events.write(placed.get(i), new WordEvents.Times(begin, spoken, silent, end), em);
        }
    }
}
