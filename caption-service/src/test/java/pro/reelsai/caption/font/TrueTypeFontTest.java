package pro.reelsai.caption.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrueTypeFontTest {
    private final TrueTypeFont font = TrueTypeFont.load("/fonts/Montserrat-ExtraBold.ttf");

    @Test
    void knowsWhichCharactersTheFontDraws() {
        assertThat("AzéßŻЖ0%{}\\".codePoints()).allMatch(font::has);
        assertThat("日ع🔥".codePoints()).noneMatch(font::has);
    }

    @Test
    void addsUpTheWidthsOfTheCharacters() {
        double one = font.width("W");

        assertThat(one).isBetween(1.0, 1.4);
        assertThat(font.width("i")).isLessThan(one / 3);
        assertThat(font.width("WWW")).isCloseTo(3 * one, within(1e-9));
        assertThat(font.width("")).isZero();
    }

    @Test
    void takesACharacterOfAnotherFontForAWideOne() {
        assertThat(font.width("日")).isGreaterThan(1);
    }

    @Test
    void findsCharactersOfAllPlanes() {
        TrueTypeFont emoji = TrueTypeFont.load("/fonts/NotoEmoji-Bold.ttf");

        assertThat("🔥🎉❤".codePoints()).allMatch(emoji::has);
        assertThat("日A\uFFFE".codePoints()).noneMatch(emoji::has);
    }

    @Test
    void saysThatAFontIsMissing() {
        assertThatIllegalArgumentException().isThrownBy(() -> TrueTypeFont.load("/fonts/none.ttf"));
    }
}
