package pro.reelsai.caption.ass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.caption.font.FontStack;
import pro.reelsai.caption.text.Cue;
import pro.reelsai.caption.text.CuePlanner;
import pro.reelsai.caption.text.Token;
import pro.reelsai.caption.text.Tokens;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.CaptionStyle;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

class AssScriptTest {
    private static final CaptionLook BOLD = CaptionLook.of(CaptionStyle.BOLD_POP);
    private static final FontStack FONT = new FontStack(BOLD.face());
    private static final Pattern EVENT = Pattern.compile(
            "Dialogue: (\\d),(\\d):(\\d\\d):(\\d\\d\\.\\d\\d),(\\d):(\\d\\d):(\\d\\d\\.\\d\\d),Word,,0,0,0,,"
                    + "\\{\\\\an5\\\\pos\\(([0-9.]+),([0-9.]+)\\)([^}]*)}(.*)");
    private static final Pattern COMMANDS = Pattern.compile("\\{\\\\[^}]*}");

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void keepsEveryWordInsideTheSafeArea(AspectRatio shape) {
        // Given
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, shape, true);
        List<Cue> cues = cues(
                area,
                BOLD,
                spoken("I Wholeheartedly love incomprehensibilities — and "
                        + "Donaudampfschifffahrtsgesellschaftskapitän mmmmmmmmmmmmmmm wwwwwwwwww wwwwwwwww."));

        // When
        String file = new AssScript(area, BOLD, 30).write(cues);

        // Then
        assertThat(events(file)).isNotEmpty().allSatisfy(event -> {
            double em = BOLD.em() * shrink(event);
            double half = FONT.width(text(event)) * em / 2 + 20 * area.scale();
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
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT, true);
        SpeechMarks marks = spoken("one two three four five six seven.");

        // When
        String file = new AssScript(area, BOLD, 30).write(cues(area, BOLD, marks));

        // Then
        List<MatchResult> highlights = events(file).stream()
                .filter(event -> event.group(10).contains("\\1c&H19D7FF&"))
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
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT, true);

        String file = new AssScript(area, BOLD, 30).write(cues(area, BOLD, spoken("alpha beta gamma.")));

        for (String word : List.of("ALPHA", "BETA", "GAMMA.")) {
            List<MatchResult> shown = events(file).stream()
                    .filter(event -> text(event).equals(word))
                    .toList();
            for (int i = 1; i < shown.size(); i++) {
                assertThat(seconds(shown.get(i), 2)).isEqualTo(seconds(shown.get(i - 1), 5));
            }
        }
    }

    @Test
    void leavesNoCommandInTheText() {
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT, true);

        String file = new AssScript(area, CaptionLook.of("calm"), 30)
                .write(cues(area, CaptionLook.of("calm"), spoken("{\\an8}up \\N \\h %{x} a,b \"q\" C:\\new.")));

        assertThat(file)
                .doesNotContain("{\\an8}")
                .doesNotContain("\\N")
                .doesNotContain("\\h")
                .doesNotContain("\\new");
        assertThat(events(file)).extracting(event -> text(event)).contains("%\\{x\\}", "a,b", "\"q\"");
    }

    @Test
    void readsHebrewFromTheRightAndTheBrandInItFromTheLeft() {
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT, true);

        String file =
                new AssScript(area, BOLD, 30).write(cues(area, BOLD, spoken("שלום Glow Mug. נורה חדשה ונהדרת לבית.")));

        Map<String, Double> places = new HashMap<>();
        events(file)
                .forEach(event -> places.put(text(event).replace("\u200F", ""), Double.parseDouble(event.group(8))));
        assertThat(places.get("שלום")).isGreaterThan(places.get("MUG."));
        assertThat(places.get("MUG.")).isGreaterThan(places.get("GLOW"));
        assertThat(file).contains("\\fnNoto Sans Hebrew ExtraBold");
    }

    @ParameterizedTest
    @EnumSource(CaptionStyle.class)
    void writesEveryStyleInOrderOfTimeAndInsideTheFrame(CaptionStyle style) {
        // Given
        CaptionLook look = CaptionLook.of(style);
        CaptionArea area = CaptionArea.of(LayoutType.FULL_ACTOR, AspectRatio.SQUARE, true);
        SpeechMarks marks = spoken("Wow! 🔥 “quoted” {words}, NEW\\N שלום 你好，世界。 мир and مرحبا end.");

        // When
        String file = new AssScript(area, look, 30).write(cues(area, look, marks));

        // Then
        assertThat(file.lines().filter(line -> line.startsWith("Dialogue:")))
                .isNotEmpty()
                .allSatisfy(line -> {
                    String[] fields = line.split(",");
                    assertThat(fields[1]).isLessThan(fields[2]);
                });
        assertThat(events(file)).isNotEmpty().allSatisfy(event -> assertThat(Double.parseDouble(event.group(8)))
                .isBetween(70.0, 1010.0));
        assertThat(events(file).stream().map(AssScriptTest::text))
                .contains("🔥", "你好，")
                .anyMatch(text -> text.contains("words") || text.contains("WORDS"));
    }

    @ParameterizedTest
    @EnumSource(LayoutType.class)
    void endsWithACardThatSaysWhatToDoAndWhereInsideTheFrame(LayoutType layout) {
        for (AspectRatio shape : AspectRatio.values()) {
            // Given
            ClosingCard card =
                    new ClosingCard("Get your {own} lamp today and never look for a switch again", "duskling.example");

            // When
            String file = new AssScript(CaptionArea.of(layout, shape, true), BOLD, 30)
                    .write(List.of(), card, layout, shape, 15);

            // Then
            assertThat(COMMANDS.matcher(file).replaceAll("")).contains("\\{own\\}", "duskling.example");
            Matcher plates = Pattern.compile(
                            "Dialogue: \\d,0:00:12[^,]*,0:00:15[^,]*,Plate,.*pos\\(([0-9.]+),([0-9.]+)\\).*?l (\\d+) 0")
                    .matcher(file);
            assertThat(plates.find()).isTrue();
            double left = Double.parseDouble(plates.group(1));
            assertThat(left).isGreaterThan(shape.width() * 0.03);
            assertThat(left + Double.parseDouble(plates.group(3))).isLessThan(shape.width() * 0.97);
            assertThat(Double.parseDouble(plates.group(2))).isBetween(shape.height() * 0.02, shape.height() * 0.5);
        }
    }

    @Test
    void endsWithoutACardWhereThereIsNothingToSay() {
        CaptionArea area = CaptionArea.of(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT, true);

        String file = new AssScript(area, BOLD, 30)
                .write(
                        List.of(),
                        new ClosingCard(" ", "duskling.example"),
                        LayoutType.TOP_BOTTOM,
                        AspectRatio.PORTRAIT,
                        15);

        assertThat(file).doesNotContain("Dialogue:");
    }

    private static List<Cue> cues(CaptionArea area, CaptionLook look, SpeechMarks marks) {
        double widest = look.widestLine(area);
        List<Token> tokens =
                new Tokens(new FontStack(look.face()), look.capitals(), Locale.ENGLISH, 1.8 * widest).of(marks);
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

    private static String text(MatchResult event) {
        return COMMANDS.matcher(event.group(11)).replaceAll("");
    }

    private static double shrink(MatchResult event) {
        Matcher size = Pattern.compile("\\\\fs([0-9.]+)").matcher(event.group(11));
        assertThat(size.find()).isTrue();
        return Double.parseDouble(size.group(1)) / (BOLD.em() * FONT.lineHeight());
    }
}
