package pro.reelsai.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "It is **really** good. | It is really good.",
                "It is *really* __so__ _good_. | It is really so good.",
                "***Wow***, ~~old~~ `new`. | Wow, old new.",
                "Go to [our shop](https://x.example/a?b=1) now. | Go to our shop now.",
                "Look ![a lamp](lamp.png) here. | Look  here.",
                "See <https://x.example>. | See https://x.example.",
                "Five \\* stars. | Five * stars."
            })
    void takesTheSignsAndLeavesTheWords(String script, String plain) {
        assertThat(Markup.plain(script)).isEqualTo(plain);
    }

    @Test
    void takesHeadingsListsAndRulesAndKeepsTheirLinesApart() {
        // When
        String plain = Markup.plain("# Meet Duskling\nA lamp.\n\n- cordless\n* warm\n> quoted\n---\n1. Buy it");

        // Then
        assertThat(plain.lines().filter(line -> !line.isBlank()))
                .containsExactly("Meet Duskling", "A lamp.", "cordless", "warm", "quoted", "1. Buy it");
        assertThat(plain).contains("Meet Duskling\n\nA lamp.").contains("cordless\n\nwarm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our #1 pick, 3 * 4 = 12, snake_case_name, a - b.",
                "Save 50%! #MorningCoffee (really) [maybe].",
                "**unclosed, and * alone",
                "{\\b1}brave{\\b0} One\\Ntwo",
                ""
            })
    void leavesAloneWhatIsNoMarkdown(String script) {
        assertThat(Markup.plain(script)).isEqualTo(script);
    }
}
