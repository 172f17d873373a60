package pro.reelsai.voice.speech.openai;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.PaidAnswer;
import pro.reelsai.stage.call.PaidCall;
import pro.reelsai.stage.call.PaidCalls;
import pro.reelsai.stage.provider.ProviderFailure;
import pro.reelsai.stage.provider.ProviderGuards;
import pro.reelsai.stage.provider.openai.OpenAiConfig;
import pro.reelsai.voice.VoiceConfig;
import pro.reelsai.voice.speech.Speech;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.speech.SpeechSynthesizer;
import pro.reelsai.voice.speech.vendor.Chunk;
import pro.reelsai.voice.speech.vendor.Take;
import pro.reelsai.voice.speech.vendor.VendorStudio;

/** Speaks with the voices of OpenAI. */
@ApplicationScoped
public class OpenAiSynthesizer implements SpeechSynthesizer {
    static final String NAME = "openai";
    static final ProviderFailure FAILURE = new ProviderFailure(
            "OpenAI", OpenAiConfig.KEY_NAME, FailureCode.VOICE_UNAVAILABLE, FailureCode.SCRIPT_REFUSED);

    /** Lossless, and the only format with a header that needs no decoder. */
    private static final String FORMAT = "wav";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final double BYTES_PER_SECOND = 48_000;
    /** Nobody speaks fewer characters a second. */
    private static final double SLOWEST = 8;

    private final VoiceConfig config;
    private final OpenAiConfig access;
    private final OpenAiSpeechApi api;
    private final ProviderGuards guards;
    private final PaidCalls calls;
    private final VendorStudio studio;

    OpenAiSynthesizer(
            VoiceConfig config,
            OpenAiConfig access,
            @RestClient OpenAiSpeechApi api,
            ProviderGuards guards,
            PaidCalls calls,
            VendorStudio studio) {
        this.config = config;
        this.access = access;
        this.api = api;
        this.guards = guards;
        this.calls = calls;
        this.studio = studio;
    }

    @Override
    public TtsProvider provider() {
        return TtsProvider.OPENAI;
    }

    @Override
    public String settings() {
        return config.openai().model() + "|" + instructions();
    }

    @Override
    public Optional<String> missing() {
        return access.apiKey().isPresent() ? Optional.empty() : Optional.of(OpenAiConfig.KEY_NAME);
    }

    @Override
    public Speech speak(SpeechOrder order) throws StageException, IOException, InterruptedException {
        return studio.record(
                order, config.openai().longestRequest(), NAME, config.openai().model(), chunk -> take(order, chunk));
    }

    private Take take(SpeechOrder order, Chunk chunk) throws StageException, IOException, InterruptedException {
        String model = config.openai().model();
        OpenAiSpeechApi.Request request = new OpenAiSpeechApi.Request(
                model,
                order.voice().identifier(),
                chunk.text(),
                instructions(),
                FORMAT,
                config.speed() == 1 ? null : config.speed());
        Fingerprint fingerprint = Fingerprint.of(Stage.VOICE, NAME, request);
        PaidCall call = new PaidCall(fingerprint, NAME, model, "speech." + FORMAT, "audio/wav", most(chunk.text()));
        PaidAnswer answer = calls.once(order.job(), call, FAILURE, () -> {
            byte[] sound = guards.of(NAME).ask(() -> api.speak(request));
            return new PaidAnswer(sound, charge(chunk.text(), sound));
        });
        return new Take(
                answer.content(), "speech." + FORMAT, null, answer.charge().priceUsd());
    }

    /** The older models cannot be told how to speak. */
    private @Nullable String instructions() {
        return config.openai().model().startsWith("tts-1")
                ? null
                : config.openai().instructions();
    }

    private BigDecimal most(String text) {
        return price(text, text.length() / SLOWEST);
    }

    private Charge charge(String text, byte[] sound) {
        return new Charge(BigDecimal.valueOf(text.length()), "character", price(text, sound.length / BYTES_PER_SECOND));
    }

    private BigDecimal price(String text, double seconds) {
        return config.openai()
                .usdPerMillionCharacters()
                .multiply(BigDecimal.valueOf(text.length()))
                .divide(MILLION, 8, RoundingMode.HALF_UP)
                .add(config.openai()
                        .usdPerMinute()
                        .multiply(BigDecimal.valueOf(seconds))
                        .divide(BigDecimal.valueOf(60), 8, RoundingMode.HALF_UP))
                .setScale(6, RoundingMode.HALF_UP);
    }
}
