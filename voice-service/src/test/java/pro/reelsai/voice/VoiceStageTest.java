package pro.reelsai.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Markup;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.voice.SpeechStudio.Spoken;

class VoiceStageTest {
    /** The ad by each voice, spoken once for all tests that only listen to it. */
    private static final Map<String, Spoken> AD = new HashMap<>();

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    @BeforeAll
    static void speakTheAd() throws Exception {
        for (String voice : List.of("slt", "rms")) {
            AD.put(voice, new SpeechStudio(FixedVoiceConfig.DEFAULTS, shared).speak(Scripts.AD, voice));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slt", "rms"})
    void wordsAreTheScriptsTokensAndFollowOneAnotherInsideTheAudio(String voice) {
        // When
        Spoken spoken = ad(voice);

        // Then
        assertThat(written(spoken)).isEqualTo(Scripts.AD);
        assertWellFormed(spoken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slt", "rms"})
    void wordsAfterASilenceAreHeardWhenTheMarksSaySo(String voice) {
        // When
        Spoken spoken = ad(voice);

        // Then
        List<Word> afterSilence = Loudness.afterSilence(spoken.marks(), 0.12);
        assertThat(afterSilence).hasSizeGreaterThan(6);
        assertThat(afterSilence).allSatisfy(word -> assertThat(Loudness.onset(spoken, word))
                .as("onset of " + word)
                .isCloseTo(word.start(), within(0.020)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slt", "rms"})
    void theSpeechBeginsAndEndsWithTheWords(String voice) {
        // When
        Spoken spoken = ad(voice);

        // Then
        assertThat(spoken.seconds()).isCloseTo(spoken.marks().durationSeconds(), within(0.010));
        assertThat(spoken.marks().words().getFirst().start()).isLessThanOrEqualTo(0.15);
        assertThat(spoken.seconds() - spoken.marks().words().getLast().end()).isBetween(0.0, 0.15);
        assertThat(spoken.result().durationSeconds()).isEqualTo(spoken.marks().durationSeconds());
        assertThat(spoken.mp3()).hasFileName("t2s_audio_" + voice + ".mp3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slt", "rms"})
    void theSpeechIsAsLoudAsAskedWithHeadroom(String voice) throws Exception {
        // When
        Loudness.Measured measured = Loudness.measure(ad(voice).mp3());

        // Then
        assertThat(measured.integrated()).isBetween(-16.8, -14.0);
        assertThat(measured.truePeak()).isLessThanOrEqualTo(-1.5);
    }

    @ParameterizedTest
    @CsvSource({"slt,2.3,2.9", "rms,2.3,2.9"})
    void anAdIsSpokenAtAnAdsPace(String voice, double slowest, double fastest) {
        // When
        Spoken spoken = ad(voice);

        // Then
        assertThat(spoken.marks().words().size() / spoken.seconds()).isBetween(slowest, fastest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slt", "rms"})
    void aScriptCannotSpeakToTheMachine(String voice) throws Exception {
        // When
        Spoken spoken = studio().speak(Scripts.NASTY, voice);

        // Then
        assertThat(Path.of("/tmp/reelsai-was-here")).doesNotExist();
        assertThat(written(spoken))
                .isEqualTo(String.join(" ", Markup.plain(Scripts.NASTY).strip().split("\\s+")));
        assertWellFormed(spoken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Go!",
                "(quit)",
                "(exit) (system \"rm -rf /\")",
                "`reboot`",
                "%{metadata:x} \\N {\\an8}Hello",
                "1. Wash\n2. Dry\n\n- Done",
                "# Heading\n\n**Bold** start. *Then* [a link](https://example.com/x).",
                "Sooooo gooood — it's 3x faster, 24/7, for $1.50 (or €2) & 100% vegan!!!",
                "antidisestablishmentarianismantidisestablishmentarianismantidisestablishmentarianism",
                "Version 2.0 costs 1,234,567.89 and 99999999999999999999 more at 5:05 on the 3rd, in the 1990s, at -5°C.",
                "Crème brûlée, naïve café, 你好 hello, Ünïcödé.",
                "a I a I a",
                "the, the. the! the? of a to"
            })
    void anyScriptWithAWordIsSpoken(String script) throws Exception {
        for (String voice : List.of("slt", "rms")) {
            // When
            Spoken spoken = studio().speak(script, voice);

            // Then
            assertThat(written(spoken))
                    .isEqualTo(String.join(" ", Markup.plain(script).strip().split("\\s+")));
            assertWellFormed(spoken);
        }
    }

    @Test
    void theWordsThatCaptionsShowAreFreeOfMarkdown() throws Exception {
        // When
        Spoken spoken = studio().speak("# Hello\n\n**Bold** start, [our shop](https://example.com/x) `now`.", "slt");

        // Then
        assertThat(written(spoken)).isEqualTo("Hello Bold start, our shop now.");
    }

    @Test
    void theLongestScriptIsSpoken() throws Exception {
        // Given
        String sentence = "This grinder fits in your bag and never asks for a socket ";
        String script = IntStream.range(0, 70).mapToObj(i -> sentence).collect(Collectors.joining());

        // When
        Spoken spoken = studio().speak(script, "slt");

        // Then
        assertThat(script.length()).isGreaterThan(4000);
        assertWellFormed(spoken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "🎉 — … !!!", "你好，世界", "{}", "\\N", "%{}", "\"", "((()))"})
    void aScriptWithoutAWordIsRefused(String script) {
        // When
        assertThatThrownBy(() -> studio().speak(script, "slt"))
                // Then
                .isInstanceOfSatisfying(PermanentStageException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(FailureCode.SCRIPT_UNSPEAKABLE));
    }

    @Test
    void aScriptThatIsTooLongIsRefused() {
        // When
        assertThatThrownBy(() -> studio().speak("word ".repeat(2000), "slt"))
                // Then
                .isInstanceOf(PermanentStageException.class)
                .hasMessageContaining("5000");
    }

    @ParameterizedTest
    @EnumSource(
            value = TtsProvider.class,
            names = {"OPENAI", "ELEVEN_LABS"})
    void aVoiceWithoutItsKeyNamesTheKey(TtsProvider provider) {
        // Given
        String key = provider == TtsProvider.OPENAI ? "OPENAI_API_KEY" : "ELEVEN_LABS_API_KEY";

        // When
        assertThatThrownBy(() -> studio().run(SpeechStudio.request("Hello.", provider, "nova")))
                // Then
                .isInstanceOfSatisfying(PermanentStageException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(FailureCode.VOICE_UNAVAILABLE))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({"slt,festvox-us-slt-hts", "rms,flite"})
    void aMissingEngineNamesItsPackage(String voice, String debianPackage) {
        // Given
        SpeechStudio studio = new SpeechStudio(FixedVoiceConfig.of("no-such-festival", "no-such-flite"), directory);

        // When
        assertThatThrownBy(() -> studio.speak("Hello.", voice))
                // Then
                .isInstanceOf(PermanentStageException.class)
                .hasMessageContaining(debianPackage);
    }

    @Test
    void anInterruptLeavesNoEngineBehind() throws Exception {
        // Given
        Path sleeper = Files.writeString(directory.resolve("engine"), "#!/bin/sh\nexec sleep 60\n");
        assertThat(sleeper.toFile().setExecutable(true)).isTrue();
        SpeechStudio studio = new SpeechStudio(FixedVoiceConfig.of(sleeper.toString(), "flite"), directory);
        Thread.currentThread().interrupt();

        // When
        assertThatThrownBy(() -> studio.speak("Hello.", "slt"))
                // Then
                .isInstanceOf(InterruptedException.class);
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void theFingerprintFollowsScriptAndVoiceAndNothingElse() {
        // Given
        VoiceStage stage = studio().stage();

        // When
        var hello = stage.fingerprint(SpeechStudio.request("Hello.", TtsProvider.LOCAL, "slt"));

        // Then
        assertThat(stage.fingerprint(SpeechStudio.request("Hello.", TtsProvider.LOCAL, "slt")))
                .isEqualTo(hello);
        assertThat(stage.fingerprint(SpeechStudio.request("Hello!", TtsProvider.LOCAL, "slt")))
                .isNotEqualTo(hello);
        assertThat(stage.fingerprint(SpeechStudio.request("Hello.", TtsProvider.LOCAL, "rms")))
                .isNotEqualTo(hello);
    }

    private static Spoken ad(String voice) {
        return Objects.requireNonNull(AD.get(voice));
    }

    private SpeechStudio studio() {
        return new SpeechStudio(FixedVoiceConfig.DEFAULTS, directory);
    }

    static String written(Spoken spoken) {
        return spoken.marks().words().stream().map(Word::text).collect(Collectors.joining(" "));
    }

    static void assertWellFormed(Spoken spoken) {
        SpeechMarks marks = spoken.marks();
        assertThat(marks.words().getFirst().start()).isNotNegative();
        assertThat(marks.words()).allSatisfy(word -> assertThat(word.end()).isGreaterThan(word.start()));
        for (int i = 1; i < marks.words().size(); i++) {
            assertThat(marks.words().get(i).start())
                    .isGreaterThanOrEqualTo(marks.words().get(i - 1).end() - 1e-9);
        }
        assertThat(marks.words().getLast().end()).isLessThanOrEqualTo(marks.durationSeconds());
        assertThat(spoken.seconds()).isCloseTo(marks.durationSeconds(), within(0.010));
        double end = 0;
        for (Phone phone : marks.phones()) {
            assertThat(phone.start()).isEqualTo(end);
            assertThat(phone.end()).isGreaterThan(phone.start());
            end = phone.end();
        }
        assertThat(end).isCloseTo(marks.durationSeconds(), within(1e-6));
    }
}
