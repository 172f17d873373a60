package pro.reelsai.script.writer;

import java.math.BigDecimal;
import java.util.List;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.stage.ScriptVariant;

/**
 * A script.
 *
 * @param title what the user sees in the list of scripts
 * @param beats its parts in order, and what is shown with each; the first one is the opening
 * @param hooks other openings that may stand in the place of the first beat
 * @param variants other scripts for the same brief, fewer than were asked for where the others were of no use
 * @param provider who wrote it, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges, in US dollars
 */
public record WrittenScript(
        String title,
        List<ScriptBeat> beats,
        List<String> hooks,
        List<ScriptVariant> variants,
        String provider,
        String model,
        BigDecimal costUsd) {
    public WrittenScript {
        beats = List.copyOf(beats);
        hooks = List.copyOf(hooks);
        variants = List.copyOf(variants);
    }

    /** The spoken words. */
    public String content() {
        return String.join(" ", beats.stream().map(ScriptBeat::spoken).toList());
    }
}
