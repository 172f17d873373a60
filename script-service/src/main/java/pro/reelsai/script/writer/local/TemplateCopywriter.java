package pro.reelsai.script.writer.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import pro.reelsai.model.Asset;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.script.ScriptConfig;
import pro.reelsai.script.writer.Brief;
import pro.reelsai.script.writer.ScriptWriter;
import pro.reelsai.script.writer.WrittenScript;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ScriptVariant;
import pro.reelsai.stage.StageJob;

/**
 * Writes ads without a key: hook, problem, product, proof, call to action. It makes many drafts and keeps the one that
 * fills the time best and says most about the product. Every claim is a sentence of the product's own description.
 */
@ApplicationScoped
public class TemplateCopywriter implements ScriptWriter {
    /** Scripts aim a little below the wanted length: an ad may be a second short, never long. */
    private static final double AIM = 0.975;

    private static final String VERSION = "copywriter-1";
    private static final int LONGEST_TITLE = 80;

    private final ScriptConfig config;

    public TemplateCopywriter(ScriptConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public WrittenScript write(Brief brief, StageJob job) throws PermanentStageException {
        return write(brief);
    }

    WrittenScript write(Brief brief) throws PermanentStageException {
        VideoConfiguration configuration = brief.configuration();
        String language = configuration.language().strip();
        if (!language.isEmpty() && !language.matches("(?i)en([-_].*)?|english")) {
            throw new PermanentStageException(
                    FailureCode.SCRIPT_UNAVAILABLE,
                    "The local copywriter writes English only. Write the script yourself, or choose English.");
        }
        ProductFacts facts = ProductFacts.of(brief.product(), configuration);
        List<ScriptVariant> scripts = new ArrayList<>();
        for (int i = 0; i < configuration.variants(); i++) {
            ScriptVariant script = write(facts, brief, new Random(brief.seed() + i));
            if (scripts.stream().noneMatch(other -> other.content().equals(script.content()))) {
                scripts.add(script);
            }
        }
        ScriptVariant first = scripts.removeFirst();
        return new WrittenScript(
                first.title(), first.beats(), first.hooks(), scripts, "local", VERSION, BigDecimal.ZERO);
    }

    private ScriptVariant write(ProductFacts facts, Brief brief, Random chance) {
        VideoConfiguration configuration = brief.configuration();
        Tone tone = Tone.of(configuration.direction());
        SpeakingTime time = new SpeakingTime();
        double seconds = configuration.duration() * AIM;
        Draft best = new Draft(facts, tone, seconds, time, chance);
        double merit = best.merit();
        for (int i = 1; i < config.drafts(); i++) {
            Draft draft = new Draft(facts, tone, seconds, time, chance);
            double drafted = draft.merit();
            if (drafted > merit) {
                best = draft;
                merit = drafted;
            }
        }
        List<UUID> assets = brief.assets().stream().map(Asset::id).toList();
        List<String> hooks = best.otherHooks(configuration.hooks() - 1);
        return new ScriptVariant(title(facts, best), best.beats(assets), hooks);
    }

    /** The name and how the script opens, as far as there is room. */
    private static String title(ProductFacts facts, Draft draft) {
        String name = PlainText.capitalised(facts.name());
        String hook = draft.hook().replaceAll("[.!]+$", "");
        if (hook.contains(facts.name()) && hook.length() <= LONGEST_TITLE) {
            return hook;
        }
        String whole = name + ": " + hook;
        String brief = name + ": " + hook.split("[,.:!?]", 2)[0];
        return whole.length() <= LONGEST_TITLE ? whole : brief.length() <= LONGEST_TITLE ? brief : name;
    }
}
