package pro.reelsai.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    private static final List<Stage> OF_AN_AD =
            Stream.of(values()).filter(stage -> stage != SCRIPT).toList();

    /** The stages that every ad passes through, in their order: all but the script's, which runs on its own. */
    public static List<Stage> ofAnAd() {
        return OF_AN_AD;
    }

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
        return this == SCRIPT || this == OF_AN_AD.getLast() ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
