package pro.reelsai.stage;

import java.math.BigDecimal;
import java.util.List;
import pro.reelsai.model.ScriptBeat;

/**
 * A script that was written.
 *
 * @param title what the user sees in the list of scripts
 * @param content the spoken words
 * @param beats its parts, and which asset each shows; joined by spaces they are the content
 * @param hooks other openings that may stand in the place of the first beat
 * @param variants other scripts that were written with it, where some were asked for
 * @param provider who wrote it, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges, in US dollars
 */
public record ScriptResult(
        String title,
        String content,
        List<ScriptBeat> beats,
        List<String> hooks,
        List<ScriptVariant> variants,
        String provider,
        String model,
        BigDecimal costUsd)
        implements StageResult {
    public ScriptResult {
        beats = List.copyOf(beats);
        hooks = List.copyOf(hooks);
        variants = List.copyOf(variants);
    }
}
