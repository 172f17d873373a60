package pro.reelsai.editing.music;

import java.util.List;
import pro.reelsai.model.MusicBed;

/**
 * What a bed plays, as data: a chord a bar, over and over, and how each instrument plays it.
 *
 * @param beatsPerMinute the pace
 * @param chords the pitches of each bar's chord, the bass first
 * @param last the chord that ends it
 * @param pad how strong the chords are
 * @param bass how strong the bass is
 * @param bassPerBar how often it is struck in a bar
 * @param plucks the arpeggio: which tone of the chord on each eighth, -1 for none
 * @param pluck how strong the plucked tones are
 * @param ring how long they ring, in seconds
 * @param drums how strong the drums are
 * @param room how much of the room is heard
 */
record Composition(
        double beatsPerMinute,
        List<List<Integer>> chords,
        List<Integer> last,
        double pad,
        double bass,
        int bassPerBar,
        List<Integer> plucks,
        double pluck,
        double ring,
        double drums,
        double room) {
    static Composition of(MusicBed bed) {
        return switch (bed) {
            // C, G/B, Am7, Fadd9
            case SUNRISE ->
                new Composition(
                        96,
                        List.of(
                                List.of(36, 60, 64, 67, 74),
                                List.of(35, 59, 62, 67, 74),
                                List.of(33, 60, 64, 67, 72),
                                List.of(29, 57, 60, 67, 72)),
                        List.of(36, 60, 64, 67, 76),
                        0.16,
                        0.5,
                        2,
                        List.of(1, 3, 2, 4, 3, 2, 4, 3),
                        0.2,
                        0.42,
                        0.16,
                        0.32);
            // Am, F, C, G
            case PULSE ->
                new Composition(
                        116,
                        List.of(
                                List.of(33, 57, 60, 64, 69),
                                List.of(29, 57, 60, 65, 69),
                                List.of(36, 55, 60, 64, 67),
                                List.of(31, 55, 59, 62, 67)),
                        List.of(33, 57, 60, 64, 69),
                        0.11,
                        0.62,
                        8,
                        List.of(4, -1, 3, 4, -1, 2, 3, -1),
                        0.24,
                        0.2,
                        0.62,
                        0.2);
            // Dmaj7, Gmaj7, Bm7, A
            case DRIFT ->
                new Composition(
                        72,
                        List.of(
                                List.of(38, 57, 61, 66, 69),
                                List.of(31, 59, 62, 66, 71),
                                List.of(35, 57, 62, 66, 69),
                                List.of(33, 57, 61, 64, 69)),
                        List.of(38, 57, 62, 66, 73),
                        0.2,
                        0.34,
                        1,
                        List.of(-1, -1, 4, -1, -1, 3, -1, 2),
                        0.15,
                        0.9,
                        0,
                        0.5);
        };
    }
}
