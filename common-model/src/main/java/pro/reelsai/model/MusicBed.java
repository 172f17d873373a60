package pro.reelsai.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can play under the speech, by the names of the REST contract. All of it is ours: composed and played by the code. */
public enum MusicBed {
    /** Warm and hopeful, 96 beats a minute. */
    SUNRISE("sunrise"),
    /** Driving, 116 beats a minute, with drums. */
    PULSE("pulse"),
    /** Calm and wide, 72 beats a minute. */
    DRIFT("drift");

    /** The name of no music at all. */
    public static final String NONE = "none";

    private final String wireName;

    MusicBed(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the REST contract, such as {@code sunrise}. */
    public String wireName() {
        return wireName;
    }

    /** The names of all beds, in the order in which they are offered. */
    public static List<String> names() {
        return Arrays.stream(values()).map(MusicBed::wireName).toList();
    }

    /** Finds a bed by its name. */
    public static Optional<MusicBed> named(String name) {
        return Arrays.stream(values()).filter(bed -> bed.wireName.equals(name)).findFirst();
    }
}
