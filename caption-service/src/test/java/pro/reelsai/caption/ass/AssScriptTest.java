package pro.reelsai.caption.ass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.caption.font.FontMetrics;
import pro.reelsai.caption.font.TrueTypeFont;
import pro.reelsai.caption.text.Cue;
import pro.reelsai.caption.text.CuePlanner;
import pro.reelsai.caption.text.Token;
import pro.reelsai.caption.text.Tokens;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

class AssScriptTest {
    private static final FontMetrics FONT = TrueTypeFont.load("/fonts/Montserrat-ExtraBold.ttf");
    private static final Pattern EVENT = Pattern.compile(
            "Dialogue: (\\d),(\\d):(\\d\\d):(\\d\\d\\.\\d\\d),(\\d):(\\d\\d):(\\d\\d\\.\\d\\d),Word,,0,0,0,,"
                    + "\\{\\\\an5\\\\pos\\(([0-9.]+),(\\d+)\\)([^}]*)}(.*)");

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void keepsEveryWordInsideTheSafeArea(AspectRatio shape) {
        // Given
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, shape);
        List<Cue> cues = cues(
                area,
                CaptionLook.BOLD,
                spoken("I Wholeheartedly love incomprehensibilities — and "
                        + "Donaudampfschifffahrtsgesellschaftskapitän mmmmmmmmmmmmmmm wwwwwwwwww wwwwwwwww."));

        // When
        String file = new AssScript(area, CaptionLook.BOLD, FONT, 30).write(cues);

        // Then
        assertThat(events(file)).isNotEmpty().allSatisfy(event -> {
            double em = CaptionLook.BOLD.em() * area.scale() * shrink(event);
            double half = FONT.width(event.group(11)) * em / 2 + 20 * area.scale();
            double x = Double.parseDouble(event.group(8));
            assertThat(x - half).isGreaterThan(shape.width() * 0.06);
            assertThat(x + half).isLessThan(shape.width() * 0.94);
            double y = Double.parseDouble(event.group(9));
            assertThat(y).isBetween(shape.height() * 0.2, shape.height() * 0.75);
        });
    }

    @Test
    void highlightsEachWordAtTheFrameNearestToItsOnset() {
        // Given
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT);
        SpeechMarks marks = spoken("one two three four five six seven.");

        // When
        String file = new AssScript(area, CaptionLook.BOLD, FONT, 30).write(cues(area, CaptionLook.BOLD, marks));

        // Then
        List<MatchResult> highlights = events(file).stream()
                .filter(event -> event.group(10).contains("\\1c"))
                .toList();
        assertThat(highlights).hasSameSizeAs(marks.words());
        for (int i = 0; i < highlights.size(); i++) {
            // libass shows an event on the first frame at or after its start.
            double shown = Math.ceil(seconds(highlights.get(i), 2) * 30 - 1e-6) / 30;
            assertThat(shown).isCloseTo(marks.words().get(i).start(), within(1 / 60.0 + 1e-6));
        }
    }

    @Test
    void neverShowsAWordTwiceAtATime() {
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT);

        String file = new AssScript(area, CaptionLook.BOLD, FONT, 30)
                .write(cues(area, CaptionLook.BOLD, spoken("alpha beta gamma.")));

        for (String word : List.of("ALPHA", "BETA", "GAMMA.")) {
            List<MatchResult> shown = events(file).stream()
                    .filter(event -> event.group(11).equals(word))
                    .toList();
            for (int i = 1; i < shown.size(); i++) {
                assertThat(seconds(shown.get(i), 2)).isEqualTo(seconds(shown.get(i - 1), 5));
            }
        }
    }

    @Test
    void leavesNoCommandInTheText() {
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT);

        String file = new AssScript(area, CaptionLook.CALM, FONT, 30)
                .write(cues(area, CaptionLook.CALM, spoken("{\\an8}up \\N \\h %{x} a,b \"q\" C:\\new.")));

        assertThat(file)
                .doesNotContain("{\\an8}")
                .doesNotContain("\\N")
                .doesNotContain("\\h")
                .doesNotContain("\\new");
        assertThat(events(file)).extracting(event -> event.group(11)).contains("%\\{x\\}", "a,b", "\"q\"");
    }

    private static List<Cue> cues(CaptionArea area, CaptionLook look, SpeechMarks marks) {
        double widest = AssScript.widestLine(area, look);
        List<Token> tokens = new Tokens(FONT, look.capitals(), Locale.ENGLISH, 1.8 * widest).of(marks);
        return new CuePlanner(widest, AssScript.SPACE).plan(tokens, marks.durationSeconds());
    }

    private static SpeechMarks spoken(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            words.add(new Word(word, words.size() * 0.37 + 0.011, words.size() * 0.37 + 0.35));
        }
        return new SpeechMarks(words.size() * 0.37 + 0.4, "test", words, List.of());
    }

    private static List<MatchResult> events(String file) {
        return EVENT.matcher(file).results().toList();
    }

    private static double seconds(MatchResult event, int group) {
        return Integer.parseInt(event.group(group + 1)) * 60 + Double.parseDouble(event.group(group + 2));
    }

    private static double shrink(MatchResult event) {
        MatchResult size = Pattern.compile("\\\\fs([0-9.]+)")
                .matcher(event.group(10))
                .results()
                .findFirst()
                .orElse(null);
        double full = CaptionLook.BOLD.em() * FONT.lineHeight();
        return size == null ? 1 : Double.parseDouble(size.group(1)) / full;
    }
}
