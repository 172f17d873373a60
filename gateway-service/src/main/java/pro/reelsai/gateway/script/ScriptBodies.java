package pro.reelsai.gateway.script;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.text.PlainText;

/** The bodies of the script routes. */
public final class ScriptBodies {
    private ScriptBodies() {}

    /**
     * A script was written.
     *
     * @param scriptGenerated true
     * @param message the same in words
     * @param script the script
     * @param variants the scripts that were written with it; left out where none were asked for, as the frontend knows it
     */
    public record ScriptGenerated(
            boolean scriptGenerated,
            String message,
            ScriptView script,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ScriptView> variants) {}

    /**
     * A script is still being written.
     *
     * @param scriptGenerated false
     * @param scriptId under which id it will show in the list
     * @param message the same in words
     */
    public record ScriptPending(boolean scriptGenerated, UUID scriptId, String message) {}

    /**
     * Changes the words of a script.
     *
     * @param scriptId which script
     * @param content its new words
     */
    public record ScriptUpdate(
            @NotNull UUID scriptId, @Nullable @PlainText String content) {}

    /**
     * The words were changed.
     *
     * @param scriptUpdated true
     * @param message the same in words
     */
    public record ScriptUpdated(boolean scriptUpdated, String message) {}

    /**
     * Makes a script final: one of the project's, or the user's own words.
     *
     * @param isCustom whether {@code content} holds the user's own words
     * @param scriptId which script, where it is one of the project's
     * @param hook which of that script's {@code hooks} it begins with, from 1; its own opening where left out
     * @param content the user's own words
     */
    public record ScriptChoice(
            @Nullable Boolean isCustom,
            @Nullable UUID scriptId,
            @Nullable Integer hook,
            @Nullable @PlainText String content) {}

    /**
     * The script is final.
     *
     * @param finalScriptSet true
     * @param message the same in words
     */
    public record FinalScriptSet(boolean finalScriptSet, String message) {}
}
