package pro.reelsai.voice.speech.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.PaidAnswer;
import pro.reelsai.stage.call.PaidCall;
import pro.reelsai.stage.call.PaidCalls;
import pro.reelsai.stage.provider.ProviderFailure;
import pro.reelsai.stage.provider.ProviderGuards;
import pro.reelsai.voice.VoiceConfig;
import pro.reelsai.voice.speech.Speech;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.speech.SpeechSynthesizer;
import pro.reelsai.voice.speech.vendor.Chunk;
import pro.reelsai.voice.speech.vendor.Take;
import pro.reelsai.voice.speech.vendor.VendorStudio;

/** Speaks with the voices of ElevenLabs, which says when it speaks every character. */
@ApplicationScoped
public class ElevenLabsSynthesizer implements SpeechSynthesizer {
    private static final String NAME = "eleven-labs";
    private static final ProviderFailure FAILURE = new ProviderFailure(
            "ElevenLabs", ElevenLabsConfig.KEY_NAME, FailureCode.VOICE_UNAVAILABLE, FailureCode.SCRIPT_REFUSED);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final long SEEDS = 4_294_967_296L;
    private static final double SLOWEST = 0.7;
    private static final double FASTEST = 1.2;

    private final VoiceConfig voices;
    private final ElevenLabsConfig config;
    private final ElevenLabsApi api;
    private final ProviderGuards guards;
    private final PaidCalls calls;
    private final VendorStudio studio;
    private final ObjectMapper json;

    ElevenLabsSynthesizer(
            VoiceConfig voices,
            ElevenLabsConfig config,
            @RestClient ElevenLabsApi api,
            ProviderGuards guards,
            PaidCalls calls,
            VendorStudio studio,
            ObjectMapper json) {
        this.voices = voices;
        this.config = config;
        this.api = api;
        this.guards = guards;
        this.calls = calls;
        this.studio = studio;
        this.json = json;
    }

    @Override
    public TtsProvider provider() {
        return TtsProvider.ELEVEN_LABS;
    }

    @Override
    public String settings() {
        return "%s|%s|%s|%s".formatted(config.model(), config.format(), config.stability(), config.similarity());
    }

    @Override
    public Optional<String> missing() {
        return config.apiKey().isPresent() ? Optional.empty() : Optional.of(ElevenLabsConfig.KEY_NAME);
    }

    @Override
    public Speech speak(SpeechOrder order) throws StageException, IOException, InterruptedException {
        return studio.record(order, config.longestRequest(), NAME, config.model(), chunk -> take(order, chunk));
    }

    private Take take(SpeechOrder order, Chunk chunk) throws StageException, IOException, InterruptedException {
        ElevenLabsApi.Request request = request(order, chunk);
        String voice = order.voice().identifier();
        Fingerprint fingerprint = Fingerprint.of(Stage.VOICE, NAME, voice, config.format(), request);
        PaidCall call = new PaidCall(
                fingerprint,
                NAME,
                config.model(),
                "speech.json",
                "application/json",
                charge(chunk.text()).priceUsd());
        PaidAnswer answer = calls.once(order.job(), call, FAILURE, () -> {
            byte[] speech = guards.of(NAME).ask(() -> api.speak(voice, config.format(), request));
            return new PaidAnswer(speech, charge(chunk.text()));
        });
        ElevenLabsApi.Answer speech = parse(answer.content());
        String audio = speech.audio();
        if (audio == null || audio.isEmpty()) {
            throw unreadable(null);
        }
        return new Take(
                Base64.getDecoder().decode(audio),
                config.format().startsWith("mp3") ? "speech.mp3" : "speech.wav",
                CharacterTimes.tokens(chunk.text(), speech.alignment()),
                answer.charge().priceUsd());
    }

    private ElevenLabsApi.Request request(SpeechOrder order, Chunk chunk) {
        boolean linked = !config.model().equals("eleven_v3");
        return new ElevenLabsApi.Request(
                chunk.text(),
                config.model(),
                new ElevenLabsApi.Settings(
                        config.stability(),
                        config.similarity(),
                        voices.speed() == 1 ? null : Math.clamp(voices.speed(), SLOWEST, FASTEST)),
                // The same text is spoken the same way, should it ever have to be spoken again.
                Math.floorMod(
                        (long) order.voice().identifier().hashCode() * 31
                                + chunk.text().hashCode(),
                        SEEDS),
                linked ? emptyToNull(chunk.before()) : null,
                linked ? emptyToNull(chunk.after()) : null);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Charge charge(String text) {
        return new Charge(
                BigDecimal.valueOf(text.length()),
                "character",
                config.usdPerThousandCharacters()
                        .multiply(BigDecimal.valueOf(text.length()))
                        .divide(THOUSAND, 6, RoundingMode.HALF_UP));
    }

    private ElevenLabsApi.Answer parse(byte[] content) throws StageException, IOException {
        try {
            return json.readValue(content, ElevenLabsApi.Answer.class);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static StageException unreadable(@Nullable Exception cause) {
        return new PermanentStageException(
                FailureCode.VOICE_UNAVAILABLE,
                "ElevenLabs sent no speech. Please try again, or choose another voice.",
                cause);
    }
}
