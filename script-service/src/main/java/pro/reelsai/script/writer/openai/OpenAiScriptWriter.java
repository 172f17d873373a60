package pro.reelsai.script.writer.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.script.ScriptConfig;
import pro.reelsai.script.writer.Brief;
import pro.reelsai.script.writer.ScriptWriter;
import pro.reelsai.script.writer.WrittenScript;
import pro.reelsai.script.writer.openai.ChatRequest.Message;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.PaidAnswer;
import pro.reelsai.stage.call.PaidCall;
import pro.reelsai.stage.call.PaidCalls;
import pro.reelsai.stage.provider.ProviderFailure;
import pro.reelsai.stage.provider.ProviderGuards;
import pro.reelsai.stage.provider.openai.OpenAiConfig;

/** Has OpenAI write the script. An answer that cannot be used is sent back once, with what is wrong about it. */
@ApplicationScoped
public class OpenAiScriptWriter implements ScriptWriter {
    /** The name in the configuration. */
    public static final String NAME = "openai";

    private static final Logger LOG = Logger.getLogger(OpenAiScriptWriter.class);
    private static final ProviderFailure FAILURE = new ProviderFailure(
            "OpenAI", OpenAiConfig.KEY_NAME, FailureCode.SCRIPT_UNAVAILABLE, FailureCode.SCRIPT_REFUSED);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int ROUNDS = 2;

    private final ScriptConfig.OpenAi config;
    private final OpenAiConfig access;
    private final OpenAiChatApi api;
    private final ProviderGuards guards;
    private final PaidCalls calls;
    private final ObjectMapper json;

    OpenAiScriptWriter(
            ScriptConfig config,
            OpenAiConfig access,
            @RestClient OpenAiChatApi api,
            ProviderGuards guards,
            PaidCalls calls,
            ObjectMapper json) {
        this.config = config.openai();
        this.access = access;
        this.api = api;
        this.guards = guards;
        this.calls = calls;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return config.model();
    }

    @Override
    public Optional<String> missing() {
        return access.apiKey().isPresent() ? Optional.empty() : Optional.of(OpenAiConfig.KEY_NAME);
    }

    @Override
    public WrittenScript write(Brief brief, StageJob job) throws StageException, IOException, InterruptedException {
        Locale language = language(brief.configuration().language());
        ScriptLength length = ScriptLength.of(brief.configuration().duration(), language);
        List<Message> messages = ScriptPrompt.messages(brief, language, length);
        BigDecimal cost = BigDecimal.ZERO;
        for (int round = 1; ; round++) {
            PaidAnswer paid = ask(brief, job, messages, round);
            cost = cost.add(paid.charge().priceUsd());
            ChatAnswer answer = parse(paid.content());
            switch (ScriptDraft.read(answer, length, brief)) {
                case ScriptDraft.Usable usable -> {
                    String model = answer.model() == null ? config.model() : answer.model();
                    return new WrittenScript(
                            usable.title(), usable.beats(), usable.hooks(), usable.variants(), NAME, model, cost);
                }
                case ScriptDraft.Flawed flawed -> {
                    LOG.infof(
                            "REELS-0201 script of run %s, answer %d: %s",
                            job.request().runId(), round, flawed.code());
                    if (round == ROUNDS) {
                        throw new PermanentStageException(flawed.code(), flawed.forTheUser());
                    }
                    messages = ScriptPrompt.repair(messages, flawed.answer(), flawed.forTheModel());
                }
            }
        }
    }

    private PaidAnswer ask(Brief brief, StageJob job, List<Message> messages, int round)
            throws StageException, IOException, InterruptedException {
        ChatRequest request = new ChatRequest(
                config.model(),
                messages,
                ScriptPrompt.responseFormat(brief.configuration()),
                config.maxTokens() * round * brief.configuration().variants(),
                config.temperature().orElse(null));
        Fingerprint fingerprint =
                Fingerprint.of(Stage.SCRIPT, NAME, config.model(), brief.seed(), round, messages.toString());
        PaidCall call = new PaidCall(
                fingerprint, NAME, config.model(), "answer.json", "application/json", most(messages, request));
        return calls.once(job, call, FAILURE, () -> {
            byte[] answer = guards.of(NAME).ask(() -> api.complete(request));
            return new PaidAnswer(answer, charge(answer));
        });
    }

    /** A token is hardly ever less than a character. */
    private BigDecimal most(List<Message> messages, ChatRequest request) {
        return price(messages.toString().length(), request.maxTokens());
    }

    private Charge charge(byte[] answer) {
        ChatAnswer.Usage usage = parse(answer).usage();
        if (usage == null) {
            return new Charge(BigDecimal.ZERO, "token", BigDecimal.ZERO);
        }
        return new Charge(
                BigDecimal.valueOf(usage.sent() + usage.written()), "token", price(usage.sent(), usage.written()));
    }

    private BigDecimal price(long sent, long written) {
        return config.usdPerMillionInputTokens()
                .multiply(BigDecimal.valueOf(sent))
                .add(config.usdPerMillionOutputTokens().multiply(BigDecimal.valueOf(written)))
                .divide(MILLION, MathContext.DECIMAL64)
                .setScale(6, RoundingMode.HALF_UP);
    }

    /** An answer that is not JSON at all is an answer without a message. */
    private ChatAnswer parse(byte[] answer) {
        try {
            return json.readValue(answer, ChatAnswer.class);
        } catch (JsonProcessingException e) {
            return new ChatAnswer(null, null, null);
        } catch (IOException e) {
            throw new AssertionError("Reading from memory does not fail", e);
        }
    }

    private static Locale language(String tag) throws PermanentStageException {
        Locale language = tag.isBlank()
                ? Locale.ENGLISH
                : Locale.forLanguageTag(tag.strip().replace('_', '-'));
        if (language.getLanguage().isEmpty()) {
            throw new PermanentStageException(
                    FailureCode.SCRIPT_UNAVAILABLE,
                    "The language of the script is not known. Choose one such as en or de.");
        }
        return language;
    }
}
