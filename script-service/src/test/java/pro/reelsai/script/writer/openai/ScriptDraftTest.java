package pro.reelsai.script.writer.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;
import pro.reelsai.script.Products;
import pro.reelsai.script.writer.Brief;
import pro.reelsai.script.writer.openai.ChatAnswer.Choice;
import pro.reelsai.stage.ScriptVariant;

class ScriptDraftTest {
    private static final String FITTING = script("Good", 36);
    private static final String OTHER = script("Other", 34);
    private static final String LONG = script("Long", 90);

    private final Brief brief = threeOf(new Products.Sample("Mug", "Keeps hot", "everyone", "Buy it").brief(15, 1));

    @Test
    void leavesOutTheScriptsThatCannotBeUsed() {
        // When
        ScriptDraft draft = read(LONG, FITTING, "{}", FITTING, OTHER);

        // Then
        assertThat(draft).isInstanceOfSatisfying(ScriptDraft.Usable.class, usable -> {
            assertThat(usable.title()).isEqualTo("Good");
            assertThat(usable.variants()).extracting(ScriptVariant::title).containsExactly("Other");
        });
    }

    @Test
    void keepsNoMoreScriptsThanWereAskedFor() {
        // When
        ScriptDraft draft = read(FITTING, OTHER, script("Third", 35), script("Fourth", 37));

        // Then
        assertThat(draft).isInstanceOfSatisfying(ScriptDraft.Usable.class, usable -> assertThat(usable.variants())
                .extracting(ScriptVariant::title)
                .containsExactly("Other", "Third"));
    }

    @Test
    void saysWhatIsWrongWhereNoScriptCanBeUsed() {
        // When
        ScriptDraft draft = read(LONG, LONG);

        // Then
        assertThat(draft).isInstanceOfSatisfying(ScriptDraft.Flawed.class, flawed -> {
            assertThat(flawed.code()).isEqualTo(FailureCode.SCRIPT_UNAVAILABLE);
            assertThat(flawed.forTheModel()).contains("words").contains("38 words");
        });
    }

    private ScriptDraft read(String... scripts) {
        String content = "{\"scripts\": [" + String.join(", ", scripts) + "]}";
        return ScriptDraft.read(
                new ChatAnswer("m", List.of(new Choice(new ChatAnswer.Message(content, null), "stop")), null),
                ScriptLength.of(15, Locale.ENGLISH),
                brief);
    }

    private static Brief threeOf(Brief plain) {
        return new Brief(plain.product(), plain.configuration().withVariants(3), plain.assets(), plain.seed());
    }

    private static String script(String title, int words) {
        return """
                {"title": "%1$s", "hook": "%1$s mug?", "beats": [{"spoken": "%2$s", "asset": 0}], "call_to_action": "Buy it."}
                """.formatted(title, "word ".repeat(words - 4).strip());
    }
}
