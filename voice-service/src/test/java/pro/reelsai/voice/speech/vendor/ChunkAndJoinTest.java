package pro.reelsai.voice.speech.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.voice.sound.Pcm;
import pro.reelsai.voice.text.Brands;
import pro.reelsai.voice.text.SpokenScript;
import pro.reelsai.voice.timing.Span;

class ChunkAndJoinTest {
    private static final Brands BRANDS = new Brands(Map.of("xiaomi", "shao mee"));

    @ParameterizedTest
    @CsvSource({"35,4", "40,3", "80,2", "200,1"})
    void aLongScriptIsCutAtItsSentencesAndNothingIsLost(int longest, int chunks) {
        // Given
        String text =
                "This is the first sentence of it. Here comes the second one! And is there a third? Yes, here it is.";

        // When
        List<Chunk> cut = Chunk.of(SpokenScript.read(text, Locale.ENGLISH, BRANDS), longest);

        // Then
        assertThat(cut).hasSize(chunks).allSatisfy(chunk -> assertThat(chunk.text())
                .hasSizeLessThanOrEqualTo(longest)
                .matches(".*[.!?]"));
        assertThat(cut.stream().map(Chunk::text).collect(Collectors.joining(" ")))
                .isEqualTo(text);
    }

    @Test
    void aSentenceThatIsItselfTooLongIsCutBetweenWords() {
        // When
        List<Chunk> cut = Chunk.of(SpokenScript.read("word ".repeat(25), Locale.ENGLISH, BRANDS), 30);

        // Then
        assertThat(cut).allSatisfy(chunk -> assertThat(chunk.text()).hasSizeLessThanOrEqualTo(30));
        assertThat(cut.stream().mapToInt(chunk -> chunk.pieces().size()).sum()).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It's **really** small. | It's really small.",
                "Only $19.99 today! | Only nineteen dollars ninety nine today!",
                "See https://brew-buddy.com/shop now. | See brew buddy dot com slash shop now.",
                "My Xiaomi's great. | My shao mee's great.",
                "Love it 😍 truly. | Love it truly.",
            })
    void aVendorIsSentWordsAndOnlyWords(String script, String sent) {
        // When
        List<Chunk> chunks = Chunk.of(SpokenScript.read(script, Locale.ENGLISH, BRANDS), 500);

        // Then
        assertThat(chunks).singleElement().extracting(Chunk::text).isEqualTo(sent);
        assertThat(chunks.getFirst().pieces().stream()
                        .map(SpokenScript.Piece::written)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(script);
    }

    @Test
    void twoSoundsAreJoinedWithoutAClick() {
        // Given
        short[] loud = new short[48_000];
        Arrays.fill(loud, (short) 12_000);
        Join join = new Join(48_000);

        // When
        join.add(new Pcm(loud, 48_000), new Span(0.1, 0.6));
        join.silence(0.2);
        double moved = join.add(new Pcm(loud, 48_000), new Span(0.25, 0.75));

        // Then
        short[] joined = join.sound().samples();
        assertThat(join.seconds()).isEqualTo(1.2);
        assertThat(moved).as("what was heard at 0.25 s is heard at 0.7 s").isCloseTo(0.45, within(1e-9));
        int steepest = 0;
        for (int i = 1; i < joined.length; i++) {
            steepest = Math.max(steepest, Math.abs(joined[i] - joined[i - 1]));
        }
        assertThat(steepest).isLessThan(60);
        assertThat(joined[0]).isZero();
        assertThat(joined[joined.length - 1]).isZero();
    }
}
