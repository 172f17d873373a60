package pro.reelsai.gateway.script;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A script as the contract shows it.
 *
 * @param id the script
 * @param title what the user sees in the list
 * @param content the spoken words
 */
@Schema(name = "Script")
public record ScriptView(UUID id, String title, String content) {
    static ScriptView of(ScriptEntity script) {
        return new ScriptView(script.id, script.title, script.content);
    }
}
