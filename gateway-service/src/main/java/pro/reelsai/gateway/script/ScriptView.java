package pro.reelsai.gateway.script;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A script as the contract shows it.
 *
 * @param id the script
 * @param title what the user sees in the list
 * @param content the spoken words
 * @param hooks other openings, where some were asked for
 */
@Schema(name = "Script")
public record ScriptView(UUID id, String title, String content, List<String> hooks) {
    static ScriptView of(ScriptEntity script) {
        return new ScriptView(script.id, script.title, script.content, script.hooks);
    }
}
