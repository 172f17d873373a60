package pro.reelsai.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final UUID ID = new UUID(1, 2);
    private static final UUID ASSET = new UUID(3, 4);
    private static final Script SCRIPT = new Script(
            ID,
            "Title",
            "Thirsty? Look. Buy.",
            List.of(new ScriptBeat("Thirsty?", ASSET), new ScriptBeat("Look.", null), new ScriptBeat("Buy.", ASSET)),
            List.of("Dry?", "Parched?"));

    @Test
    void goesOnAsBeforeAfterAnotherOpening() {
        // When
        Script other = SCRIPT.beginningWith(2).orElseThrow();

        // Then
        assertThat(other.content()).isEqualTo("Parched? Look. Buy.");
        assertThat(other.beats())
                .containsExactly(
                        new ScriptBeat("Parched?", ASSET),
                        new ScriptBeat("Look.", null),
                        new ScriptBeat("Buy.", ASSET));
        assertThat(other.hooks()).isEmpty();
    }

    @Test
    void isTheSameScriptHoweverOftenTheSameOpeningIsChosen() {
        assertThat(SCRIPT.beginningWith(1)).isEqualTo(SCRIPT.beginningWith(1));
        assertThat(SCRIPT.beginningWith(1).orElseThrow().id())
                .isNotIn(ID, SCRIPT.beginningWith(2).orElseThrow().id());
    }

    @Test
    void hasNoOtherOpeningThanThoseWrittenForItsFirstPart() {
        // Given
        Script changed = new Script(ID, "Title", "My own words.", List.of(), SCRIPT.hooks());

        // Then
        assertThat(SCRIPT.beginningWith(0)).isEmpty();
        assertThat(SCRIPT.beginningWith(3)).isEmpty();
        assertThat(changed.beginningWith(1)).isEmpty();
    }
}
