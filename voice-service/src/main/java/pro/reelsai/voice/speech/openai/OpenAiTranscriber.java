package pro.reelsai.voice.speech.openai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.PaidAnswer;
import pro.reelsai.stage.call.PaidCall;
import pro.reelsai.stage.call.PaidCalls;
import pro.reelsai.stage.provider.ProviderGuards;
import pro.reelsai.stage.provider.openai.OpenAiConfig;
import pro.reelsai.voice.VoiceConfig;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.text.SpokenWords;
import pro.reelsai.voice.timing.Recording;
import pro.reelsai.voice.timing.Span;
import pro.reelsai.voice.timing.TextAlignment.Heard;
import pro.reelsai.voice.timing.Transcriber;

/** Listens with OpenAI's {@code whisper-1}, the only one of its models that tells when words are heard. */
@ApplicationScoped
public class OpenAiTranscriber implements Transcriber {
    private static final String MODEL = "whisper-1";
    /** It reads the last 224 tokens of a prompt only. */
    private static final int LONGEST_PROMPT = 600;

    private final VoiceConfig config;
    private final OpenAiConfig access;
    private final OpenAiSpeechApi api;
    private final ProviderGuards guards;
    private final PaidCalls calls;
    private final ObjectMapper json;

    OpenAiTranscriber(
            VoiceConfig config,
            OpenAiConfig access,
            @RestClient OpenAiSpeechApi api,
            ProviderGuards guards,
            PaidCalls calls,
            ObjectMapper json) {
        this.config = config;
        this.access = access;
        this.api = api;
        this.guards = guards;
        this.calls = calls;
        this.json = json;
    }

    @Override
    public boolean isAvailable() {
        return access.apiKey().isPresent();
    }

    @Override
    public Transcript listen(SpeechOrder order, Recording recording)
            throws StageException, IOException, InterruptedException {
        Fingerprint fingerprint = Fingerprint.of(
                Stage.VOICE, MODEL, Base64.getEncoder().encodeToString(recording.original()), recording.text());
        PaidCall call = new PaidCall(
                fingerprint,
                OpenAiSynthesizer.NAME,
                MODEL,
                "heard.json",
                "application/json",
                charge(recording.sound().seconds()).priceUsd());
        Path file = Files.createTempFile(order.directory(), "heard", recording.fileName());
        Files.write(file, recording.original());
        PaidAnswer answer = calls.once(order.job(), call, OpenAiSynthesizer.FAILURE, () -> {
            byte[] heard = guards.of(OpenAiSynthesizer.NAME).ask(() -> api.transcribe(form(order, recording, file)));
            return new PaidAnswer(heard, charge(recording.sound().seconds()));
        });
        return new Transcript(words(answer.content()), answer.charge().priceUsd());
    }

    private static ClientMultipartForm form(SpeechOrder order, Recording recording, Path file) {
        String text = recording.text();
        ClientMultipartForm form = ClientMultipartForm.create()
                .attribute("model", MODEL, null)
                .attribute("response_format", "verbose_json", null)
                .attribute("timestamp_granularities[]", "word", null)
                .attribute("prompt", text.substring(Math.max(0, text.length() - LONGEST_PROMPT)), null)
                .binaryFileUpload("file", recording.fileName(), file.toString(), "application/octet-stream");
        String language = order.language().getLanguage();
        return language.length() == 2 ? form.attribute("language", language, null) : form;
    }

    private Charge charge(double seconds) {
        BigDecimal minutes = BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60), 8, RoundingMode.HALF_UP);
        return new Charge(
                BigDecimal.valueOf(seconds).setScale(4, RoundingMode.HALF_UP),
                "second",
                config.openai().usdPerTranscribedMinute().multiply(minutes).setScale(6, RoundingMode.HALF_UP));
    }

    private List<Heard> words(byte[] content) throws StageException, IOException {
        Answer answer;
        try {
            answer = json.readValue(content, Answer.class);
        } catch (JsonProcessingException e) {
            throw new TransientStageException(FailureCode.VOICE_UNAVAILABLE, "The transcription cannot be read.", e);
        }
        List<Heard> words = new ArrayList<>();
        List<Word> heard = answer.words();
        for (Word word : heard == null ? List.<Word>of() : heard) {
            for (String bare : SpokenWords.of(word.word())) {
                words.add(new Heard(bare, new Span(word.start(), Math.max(word.start(), word.end()))));
            }
        }
        return words;
    }

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@JsonProperty("words") @Nullable List<Word> words) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Word(
            @JsonProperty("word") String word,
            @JsonProperty("start") double start,
            @JsonProperty("end") double end) {}
}
