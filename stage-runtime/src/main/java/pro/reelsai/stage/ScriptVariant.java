package pro.reelsai.stage;

import java.util.List;
import pro.reelsai.model.ScriptBeat;

/**
 * A whole script that was written beside another.
 *
 * @param title what the user sees in the list of scripts
 * @param beats its parts, and which asset each shows
 * @param hooks other openings that may stand in the place of the first beat
 */
public record ScriptVariant(String title, List<ScriptBeat> beats, List<String> hooks) {
    public ScriptVariant {
        beats = List.copyOf(beats);
        hooks = List.copyOf(hooks);
    }

    /** The spoken words: the beats, joined by spaces. */
    public String content() {
        return String.join(" ", beats.stream().map(ScriptBeat::spoken).toList());
    }
}
