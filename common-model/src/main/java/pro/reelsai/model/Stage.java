package pro.reelsai.model;

import java.util.Locale;
import java.util.Optional;

/** The stages of the pipeline, in the order in which an ad passes through them. */
public enum Stage {
    /** Writes the script. Runs on its own, before an ad is asked for. */
    SCRIPT,
    /** Speaks the script. */
    VOICE,
    /** Makes the actor's mouth follow the speech. */
    LIPSYNC,
    /** Composes actor and assets into a layout. */
    EDITING,
    /** Burns the captions in and encodes for delivery. */
    CAPTION;

    /** The name on the wire: in topics, event ids, object keys and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its output is another one in every shape of the ad; the others work once for all shapes. */
    public boolean isShaped() {
        return this == EDITING || this == CAPTION;
    }

    /** The stage that takes over once this one has succeeded; empty after the last one and for a script on its own. */
    public Optional<Stage> next() {
        return switch (this) {
            case SCRIPT, CAPTION -> Optional.empty();
            case VOICE -> Optional.of(LIPSYNC);
            case LIPSYNC -> Optional.of(EDITING);
            case EDITING -> Optional.of(CAPTION);
        };
    }
}
