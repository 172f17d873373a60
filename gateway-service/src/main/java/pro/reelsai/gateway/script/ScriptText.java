package pro.reelsai.gateway.script;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** The rules for words that are to be spoken and shown. */
@ApplicationScoped
public class ScriptText {
    private static final String FIELD = "content";

    private final int longest;

    public ScriptText(GatewayConfig config) {
        this.longest = config.scriptCharacters();
    }

    /**
     * The words, trimmed.
     *
     * @throws ApiProblem 422 if they are missing, too many or without anything that can be spoken
     */
    String accept(@Nullable String content) {
        if (content == null || content.isBlank()) {
            throw ApiProblem.invalid(FIELD, "must not be blank");
        }
        String text = content.strip();
        int characters = text.codePointCount(0, text.length());
        if (characters > longest) {
            throw ApiProblem.invalid(FIELD, "has " + characters + " characters; an ad can hold at most " + longest);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw ApiProblem.invalid(FIELD, "must hold at least one word that can be spoken");
        }
        return text;
    }
}
