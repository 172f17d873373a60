package pro.reelsai.caption.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.caption.font.FontMetrics;
import pro.reelsai.caption.font.FontStack;
import pro.reelsai.caption.font.Typeface;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

class CuePlannerTest {
    private static final FontMetrics FONT = new FontStack(Typeface.MONTSERRAT_EXTRA_BOLD);
    private static final double WIDEST = 12;
    private static final double SPACE = 0.36;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsEveryWordInOrderWithoutOverlap(int seed) {
        // Given
        SpeechMarks marks = speech(new Random(seed));
        List<Token> tokens = tokens(marks);

        // When
        List<Cue> cues = new CuePlanner(WIDEST, SPACE).plan(tokens, marks.durationSeconds());

        // Then
        assertThat(cues.stream().flatMap(cue -> cue.tokens().stream())).containsExactlyElementsOf(tokens);
        double free = 0;
        for (Cue cue : cues) {
            assertThat(cue.start()).isGreaterThanOrEqualTo(free);
            assertThat(cue.end()).isGreaterThanOrEqualTo(cue.start()).isLessThanOrEqualTo(marks.durationSeconds());
            free = cue.end();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsLinesShortAndSentencesApart(int seed) {
        SpeechMarks marks = speech(new Random(seed));

        List<Cue> cues = new CuePlanner(WIDEST, SPACE).plan(tokens(marks), marks.durationSeconds());

        assertThat(cues).allSatisfy(cue -> {
            assertThat(cue.tokens()).hasSizeBetween(1, 4);
            assertThat(cue.tokens().size() == 1 || cue.width(SPACE) <= WIDEST).isTrue();
            assertThat(cue.tokens().subList(0, cue.tokens().size() - 1)).noneMatch(Token::endsSentence);
        });
    }

    @Test
    void balancesTheLinesOfASentence() {
        SpeechMarks marks = spoken("Our studio adds motion voice and captions for you today.");

        List<Cue> cues = new CuePlanner(WIDEST, SPACE).plan(tokens(marks), marks.durationSeconds());

        assertThat(cues).noneMatch(cue -> cue.tokens().size() == 1);
        assertThat(cues).allMatch(cue -> cue.width(SPACE) > WIDEST / 3);
    }

    @Test
    void showsAVeryLongWordInPartsOneAfterTheOther() {
        SpeechMarks marks = spoken("x".repeat(200));

        List<Token> tokens = tokens(marks);

        assertThat(tokens).hasSizeGreaterThan(2).allMatch(token -> token.width() <= 1.8 * WIDEST);
        assertThat(String.join("", tokens.stream().map(Token::text).toList())).isEqualTo("X".repeat(200));
        assertThat(tokens).isSortedAccordingTo((a, b) -> Double.compare(a.start(), b.start()));
    }

    @Test
    void takesOutWhatALineCannotShowAndKeepsTheRest() {
        SpeechMarks marks = spoken("a\u202Eb 🔥 don't\tstop “now” 100%{x} c\\N\uE000d é ⛭\u200B");

        assertThat(tokens(marks))
                .extracting(Token::text)
                .containsExactly("AB", "🔥", "DON'T", "STOP", "“NOW”", "100%{X}", "C\\ND", "É");
    }

    @Test
    void keepsAnEmojiOfSeveralPartsTogether() {
        List<Token> tokens = tokens(spoken("👩‍🚀 👍🏽 🇩🇪 ❤️"));

        assertThat(tokens).extracting(Token::text).containsExactly("👩‍🚀", "👍🏽", "🇩🇪", "❤️");
        assertThat(tokens).allMatch(token -> token.width() < 1.5);
    }

    @Test
    void showsASentenceOfChineseAFewCharactersAtATime() {
        // Given
        SpeechMarks marks = new SpeechMarks(
                6, "test", List.of(new Word("你还在用老旧的灯吗？", 0.2, 2.2), new Word("试试Duskling，现在就买！", 2.6, 5)), List.of());

        // When
        List<Cue> cues = new CuePlanner(WIDEST, SPACE).plan(tokens(marks), 6);

        // Then
        assertThat(cues).hasSizeGreaterThan(3).allSatisfy(cue -> {
            assertThat(cue.width(SPACE)).isLessThanOrEqualTo(WIDEST);
            assertThat(cue.tokens().subList(1, cue.tokens().size())).allMatch(Token::joined);
        });
        assertThat(cues.stream().flatMap(cue -> cue.tokens().stream()).map(Token::text))
                .containsExactly("你还", "在用", "老旧", "的灯", "吗？", "试试", "DUSKLING，", "现在", "就买！");
    }

    @Test
    void emphasisesCapitalsOnlyWhereTheyAreTheException() {
        assertThat(tokens(spoken("This is the NEW lamp, 50% OFF until Sunday.")))
                .filteredOn(Token::emphasised)
                .extracting(Token::text)
                .containsExactly("NEW", "OFF");
        assertThat(tokens(spoken("BUY IT NOW or never"))).noneMatch(Token::emphasised);
    }

    @Test
    void showsNothingForASilentAd() {
        assertThat(new CuePlanner(WIDEST, SPACE).plan(List.of(), 3)).isEmpty();
    }

    private static List<Token> tokens(SpeechMarks marks) {
        return new Tokens(FONT, true, Locale.ENGLISH, 1.8 * WIDEST).of(marks);
    }

    private static SpeechMarks spoken(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            words.add(new Word(word, words.size() * 0.4, words.size() * 0.4 + 0.35));
        }
        return new SpeechMarks(words.size() * 0.4 + 0.4, "test", words, List.of());
    }

    private static SpeechMarks speech(Random random) {
        List<Word> words = new ArrayList<>();
        double time = random.nextDouble();
        for (int i = random.nextInt(60); i >= 0; i--) {
            String text = "abcdefghijklmnopqrstuvwxyz".substring(0, 1 + random.nextInt(20));
            double length = random.nextDouble() * 0.6;
            words.add(new Word(text + List.of("", "", "", ",", ".", "?!").get(random.nextInt(6)), time, time + length));
            time += length + (random.nextInt(4) == 0 ? random.nextDouble() : 0);
        }
        return new SpeechMarks(time + 0.4, "test", words, List.of());
    }
}
