package pro.reelsai.voice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "It costs $19.99 today. | it costs nineteen dollars ninety nine today.",
                "Only $1,299! | only one thousand two hundred ninety nine dollars!",
                "A $2M idea? | a two million dollars idea?",
                "Save 50% now. | save fifty percent now.",
                "Save 12.5 % now. | save twelve point five percent now.",
                "In 2026 and 1905. | in twenty twenty six and nineteen oh five.",
                "Since the 1990s. | since the nineteen nineties.",
                "Our 3rd and 21st. | our third and twenty first.",
                "It weighs 2.5 kg. | it weighs two point five kilograms.",
                "A 500ml bottle. | a five hundred milliliters bottle.",
                "3x faster, 24/7. | three times faster, twenty four seven.",
                "5-10 minutes at 7:05. | five to ten minutes at seven oh five.",
                "Over 10k fans in 4K. | over ten thousand fans in four kay.",
                "Salt & pepper + lime. | salt and pepper plus lime.",
                "Go to https://www.brew-buddy.com/shop?x=1 now. | go to brew buddy dot com now.",
                "Visit brewbuddy.co.uk/deals today. | visit brewbuddy dot co dot you kay slash deals today.",
                "Mail hi@brewbuddy.com now. | mail hi at brewbuddy dot com now.",
                "USB-C, BPA-free, two TVs. | you ess bee see, bee pee ay free, two tee vee's.",
                "BUY NOW, Dr. Smith vs. me, e.g. here. | buy now, doctor smith versus me, for example here.",
                "#MorningCoffee by BrewBuddy. | morning coffee by brew buddy.",
                "Our #1 pick. | our number one pick.",
                "Naïve café, “so good”. | naive cafe, so good.",
                "Sooo cooool! | so cool!",
                "**Bold** _it_ `x` {\\b1}brave{\\b0}. | bold it ex brave.",
                "One\\Ntwo. | one two.",
                "Read [this](https://x.y/z) now. | read this now.",
                "Wait — really? | wait, really?",
                "Call 555-1234. | call five hundred fifty five twelve thirty four."
            })
    void writtenSignsAreSpokenSensibly(String script, String spoken) {
        assertThat(spoken(script)).isEqualTo(spoken);
    }

    @Test
    void sentencesEndWhereTheScriptSaysSo() {
        // When
        List<Sentence> sentences =
                ScriptReader.read("Tired? Mr. Bean is (too). He said \"no!\" Then\n\nA new line\n- and a point");

        // Then
        assertThat(sentences.stream().map(Sentence::plainText))
                .containsExactly(
                        "tired?", "mister bean is, too.", "he said no!", "then.", "a new line.", "and a point.");
    }

    @Test
    void whatCannotBeSaidStaysWithItsNeighbour() {
        // When
        List<Sentence> sentences = ScriptReader.read("🎉 Hello — world 🎉 ! \n - Next");

        // Then
        assertThat(sentences.stream()
                        .flatMap(sentence -> sentence.tokens().stream())
                        .map(SpokenToken::written))
                .containsExactly("🎉 Hello —", "world 🎉 !", "- Next");
    }

    @Test
    void anyTextKeepsItsTokensAndReachesTheEngineAsPlainWords() {
        // Given
        String alphabet = "aZé9 .,!?'\"\\(){}[]<>%$&#@*_~`|/-—\n\t€🎉你\u0000\u202e:;=+^";
        Random chance = new Random(7);

        for (int round = 0; round < 3000; round++) {
            String script = chance.ints(chance.nextInt(1, 60), 0, alphabet.codePointCount(0, alphabet.length()))
                    .mapToObj(i -> Character.toString(alphabet.codePointAt(alphabet.offsetByCodePoints(0, i))))
                    .collect(Collectors.joining());

            // When
            List<Sentence> sentences = ScriptReader.read(script);

            // Then
            assertThat(sentences)
                    .allSatisfy(sentence -> assertThat(sentence.plainText()).matches("[a-z' ,]+[.?!]"));
            if (!sentences.isEmpty()) {
                String written = sentences.stream()
                        .flatMap(sentence -> sentence.tokens().stream())
                        .map(SpokenToken::written)
                        .collect(Collectors.joining(" "));
                assertThat(written).isEqualTo(String.join(" ", script.strip().split("\\s+")));
            }
        }
    }

    private static String spoken(String script) {
        return ScriptReader.read(script).stream().map(Sentence::plainText).collect(Collectors.joining(" "));
    }
}
