package pro.reelsai.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.local.elevenlabs.ElevenLabsFault;
import pro.reelsai.local.elevenlabs.ElevenLabsServer;
import pro.reelsai.local.openai.OpenAiFault;
import pro.reelsai.local.openai.OpenAiServer;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Markup;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.event.Shadow;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.voice.SpeechStudio.Spoken;

@QuarkusTest
@QuarkusTestResource(VoiceStack.class)
class VendorVoiceTest {
    private static final String SARAH = "EXAVITQu4vr4xnSDxMaL";
    private static final String OPENAI_SPEECH = "POST " + OpenAiServer.SPEECH;
    private static final String OPENAI_HEARING = "POST " + OpenAiServer.TRANSCRIPTIONS;
    private static final String ELEVEN_SPEECH = "POST " + ElevenLabsServer.route(SARAH);
    private static final String TRICKY =
            "**Brew Buddy** costs $19.99, that's 50% off — see https://brew-buddy.com/shop!";

    @Inject
    StageHandler stage;

    @Inject
    Ffmpeg ffmpeg;

    @BeforeEach
    void recover() {
        VoiceStack.openAi.recover();
        VoiceStack.elevenLabs.recover();
    }

    @ParameterizedTest
    @CsvSource({"OPENAI,nova,whisper,openai,2", "ELEVEN_LABS,EXAVITQu4vr4xnSDxMaL,vendor,eleven-labs,2"})
    void speaksAnAdInChunksAndKnowsWhenEveryWordIsHeard(
            TtsProvider provider, String voice, String source, String name, int chunks) throws Exception {
        // Given
        long before = VoiceStack.openAi.calls().paid(OPENAI_SPEECH)
                + VoiceStack.elevenLabs.calls().paid(ELEVEN_SPEECH);

        // When
        Spoken spoken = speak(SpeechStudio.request(Scripts.AD, provider, voice));

        // Then
        assertThat(VoiceStack.openAi.calls().paid(OPENAI_SPEECH)
                        + VoiceStack.elevenLabs.calls().paid(ELEVEN_SPEECH))
                .isEqualTo(before + chunks);
        assertThat(VoiceStageTest.written(spoken)).isEqualTo(Scripts.AD);
        VoiceStageTest.assertWellFormed(spoken);
        assertThat(spoken.marks().source()).isEqualTo(source);
        assertThat(spoken.marks().phones()).extracting(Phone::symbol).contains("pau", "aa", "b");
        assertThat(spoken.result().provider()).isEqualTo(name);
        assertThat(spoken.result().costUsd()).isGreaterThan(BigDecimal.ZERO).isLessThan(new BigDecimal("0.10"));
        assertThat(spoken.marks().words().getFirst().start()).isLessThan(0.2);
        assertThat(spoken.mp3()).hasFileName("t2s_audio_" + voice + ".mp3");
        assertThat(Loudness.measure(spoken.mp3()).integrated()).isBetween(-17.0, -14.0);
    }

    @ParameterizedTest
    @CsvSource({"OPENAI,onyx", "ELEVEN_LABS,EXAVITQu4vr4xnSDxMaL"})
    void captionsShowWhatIsWrittenWhateverIsSaid(TtsProvider provider, String voice) throws Exception {
        // When
        Spoken spoken = speak(SpeechStudio.request(TRICKY, provider, voice));

        // Then
        assertThat(VoiceStageTest.written(spoken)).isEqualTo(Markup.plain(TRICKY));
        VoiceStageTest.assertWellFormed(spoken);
        assertThat(spoken.seconds())
                .as("numbers and addresses are said in words")
                .isGreaterThan(5);
    }

    @Test
    void fitsTheTextToTheSoundWhereNobodyListens() throws Exception {
        // Given
        VoiceStack.openAi.fail(OpenAiServer.TRANSCRIPTIONS, OpenAiFault.SERVER_ERROR, 4);

        // When
        Spoken spoken =
                speak(SpeechStudio.request("Meet Brew Buddy, the pocket grinder.", TtsProvider.OPENAI, "coral"));

        // Then
        assertThat(spoken.marks().source()).isEqualTo("aligned");
        VoiceStageTest.assertWellFormed(spoken);
    }

    @Test
    void fitsTheTextToTheSoundWhereElevenLabsLeavesTheTimesOutAndNobodyHearsAWord() throws Exception {
        // Given
        VoiceStack.elevenLabs.fail(ElevenLabsFault.NO_ALIGNMENT, 1);

        // When
        Spoken spoken = speak(SpeechStudio.request("Meet Brew Buddy, the grinder.", TtsProvider.ELEVEN_LABS, SARAH));

        // Then
        assertThat(spoken.marks().source()).isEqualTo("aligned");
        VoiceStageTest.assertWellFormed(spoken);
    }

    @Test
    void takesTheKeptAnswersInTheShadowAndPaysNobody() throws Exception {
        // Given
        StageRequested past =
                SpeechStudio.request("Brew Buddy is heard twice, and paid once.", TtsProvider.ELEVEN_LABS, SARAH);
        Spoken spoken = speak(past);
        long paid = VoiceStack.elevenLabs.calls().paid(ELEVEN_SPEECH);
        StageRequested shadow = new StageRequested(
                        UUID.randomUUID(),
                        past.projectId(),
                        past.userId(),
                        past.stage(),
                        1,
                        past.requestedAt(),
                        past.deadline(),
                        past.context())
                .inShadow(new Shadow(past.runId(), false));

        // When
        Spoken again = speak(shadow);

        // Then
        assertThat(again.mp3()).hasSameBinaryContentAs(spoken.mp3());
        assertThat(again.result().costUsd()).isZero();
        assertThat(VoiceStack.elevenLabs.calls().paid(ELEVEN_SPEECH)).isEqualTo(paid);
    }

    @Test
    void speaksOtherLanguagesAsTheyAreWritten() throws Exception {
        // Given
        String script = "Ganz ehrlich: Das ist gut! Probier es aus.";

        // When
        Spoken spoken = speak(SpeechStudio.request(script, TtsProvider.ELEVEN_LABS, SARAH, "de"));

        // Then
        assertThat(VoiceStageTest.written(spoken)).isEqualTo(script);
        assertThat(spoken.marks().phones()).isEmpty();
    }

    /** One row: what the vendor does, how often, whether the stage succeeds all the same, and else how it fails. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RATE_LIMITED    | 1 | true  |                   |                   | 2",
                "SERVER_ERROR    | 3 | true  |                   |                   | 4",
                "SERVER_ERROR    | 9 | false | VOICE_UNAVAILABLE | try again later   | 4",
                "OVERLOADED      | 1 | true  |                   |                   | 2",
                "WRONG_KEY       | 1 | false | VOICE_UNAVAILABLE | OPENAI_API_KEY    | 1",
                "QUOTA_EXHAUSTED | 1 | false | VOICE_UNAVAILABLE | OPENAI_API_KEY    | 1",
                "CONTENT_POLICY  | 1 | false | SCRIPT_REFUSED    | against its rules | 1",
                "BREAKS_OFF      | 1 | false | VOICE_UNAVAILABLE | try again later   | 1",
                "DAWDLES         | 1 | false | VOICE_UNAVAILABLE | try again later   | 1",
            })
    void meetsEveryDocumentedFailureOfOpenAi(
            OpenAiFault fault, int times, boolean succeeds, FailureCode code, String message, int calls)
            throws Exception {
        // Given
        VoiceStack.openAi.fail(OpenAiServer.SPEECH, fault, times);
        long before = VoiceStack.openAi.calls().count(OPENAI_SPEECH);
        StageRequested request = SpeechStudio.request("Go on.", TtsProvider.OPENAI, "nova");

        // When, Then
        meets(request, succeeds, code, message);
        assertThat(VoiceStack.openAi.calls().count(OPENAI_SPEECH)).isEqualTo(before + calls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOO_MANY_CONCURRENT_REQUESTS | 2 | true  |                   |                     | 3",
                "SYSTEM_BUSY                  | 1 | true  |                   |                     | 2",
                "SYSTEM_BUSY                  | 9 | false | VOICE_UNAVAILABLE | try again later     | 4",
                "SERVER_ERROR                 | 1 | true  |                   |                     | 2",
                "WRONG_KEY                    | 1 | false | VOICE_UNAVAILABLE | ELEVEN_LABS_API_KEY | 1",
                "QUOTA_EXCEEDED               | 1 | false | VOICE_UNAVAILABLE | no quota left       | 1",
                "UNPROCESSABLE                | 1 | false | VOICE_UNAVAILABLE | did not accept the request | 1",
                "BREAKS_OFF                   | 1 | false | VOICE_UNAVAILABLE | try again later     | 1",
            })
    void meetsEveryDocumentedFailureOfElevenLabs(
            ElevenLabsFault fault, int times, boolean succeeds, FailureCode code, String message, int calls)
            throws Exception {
        // Given
        VoiceStack.elevenLabs.fail(fault, times);
        long before = VoiceStack.elevenLabs.calls().count(ELEVEN_SPEECH);
        StageRequested request = SpeechStudio.request("Go on.", TtsProvider.ELEVEN_LABS, SARAH);

        // When, Then
        meets(request, succeeds, code, message);
        assertThat(VoiceStack.elevenLabs.calls().count(ELEVEN_SPEECH)).isEqualTo(before + calls);
    }

    @ParameterizedTest
    @CsvSource({"ELEVEN_LABS, voice_not_found", "OPENAI, did not accept the request"})
    void aVoiceThatTheVendorDoesNotKnowFailsWithItsWords(TtsProvider provider, String words) {
        // Given
        StageRequested request = SpeechStudio.request("Go on.", provider, "nobody");

        // When
        assertThatThrownBy(() -> run(request))
                // Then
                .hasMessageContaining(words);
    }

    @Test
    void whatWasPaidIsFoundAgainWhateverDiesAfterwards() throws Exception {
        // Given
        StageRequested request = SpeechStudio.request("One breath for all of it.", TtsProvider.OPENAI, "sage");
        MediaResult first = run(request);
        long spoken = VoiceStack.openAi.calls().count(OPENAI_SPEECH);
        long heard = VoiceStack.openAi.calls().count(OPENAI_HEARING);

        // When
        MediaResult again = run(request);

        // Then
        assertThat(VoiceStack.openAi.calls().count(OPENAI_SPEECH)).isEqualTo(spoken);
        assertThat(VoiceStack.openAi.calls().count(OPENAI_HEARING)).isEqualTo(heard);
        assertThat(first.costUsd()).isPositive();
        assertThat(again.costUsd()).isZero();
        assertThat(book(request))
                .containsExactlyInAnyOrder("gpt-4o-mini-tts SUCCEEDED character", "whisper-1 SUCCEEDED second");
    }

    private void meets(StageRequested request, boolean succeeds, FailureCode code, String message) throws Exception {
        if (succeeds) {
            assertThat(run(request).durationSeconds()).isPositive();
        } else {
            assertThatThrownBy(() -> run(request))
                    .hasMessageContaining(message)
                    .isInstanceOfSatisfying(
                            StageException.class, e -> assertThat(e.code()).isEqualTo(code));
        }
    }

    private MediaResult run(StageRequested request) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "job");
        return (MediaResult) stage.run(SpeechStudio.job(request, directory));
    }

    private Spoken speak(StageRequested request) throws Exception {
        return SpeechStudio.spoken(run(request), ffmpeg);
    }

    private static List<String> book(StageRequested request) throws Exception {
        try (Connection connection = VoiceStack.infrastructure.connect();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT model || ' ' || outcome || ' ' || unit FROM provider_calls WHERE run_id = ?")) {
            select.setObject(1, request.runId());
            ResultSet rows = select.executeQuery();
            List<String> book = new ArrayList<>();
            while (rows.next()) {
                book.add(rows.getString(1));
            }
            return book;
        }
    }
}
