package pro.reelsai.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void isTheSameForTheSameInputsOnEveryMachine() {
        assertThat(Fingerprint.of(Stage.VOICE, "text", 1, "slt"))
                .hasToString("1bd729574d9333fea2c86c9d342232b3079303cbab1e3e6bf9217ec4a2074b41");
    }

    @Test
    void changesWhenACharacterMovesFromOneInputToTheNext() {
        assertThat(Fingerprint.of(Stage.VOICE, "ab", "c")).isNotEqualTo(Fingerprint.of(Stage.VOICE, "a", "bc"));
    }

    @Test
    void differsBetweenStages() {
        assertThat(Fingerprint.of(Stage.VOICE, "a")).isNotEqualTo(Fingerprint.of(Stage.LIPSYNC, "a"));
    }
}
