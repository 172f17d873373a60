package pro.reelsai.lipsync.viseme;

import java.util.HashMap;
import java.util.Map;
import pro.reelsai.model.SpeechMarks;

/**
 * The viseme of every phone of the Radio (CMU) phone set.
 *
 * <p>The dominances follow the idea of Cohen and Massaro (Modeling Coarticulation in Synthetic Visual Speech, 1993): a
 * phone that is made with the lips overrules its neighbours, one that is made inside the mouth gives way to them.
 */
final class Visemes {
    private static final double LIPS_MEET = 3.2;
    private static final double MADE_WITH_THE_LIPS = 2.0;
    private static final double ORDINARY = 1.0;
    private static final double MADE_INSIDE = 0.6;

    private static final Map<String, Viseme> TABLE = table();
    private static final Viseme UNKNOWN = TABLE.get("ah");

    private Visemes() {}

    /** The viseme of a phone; a neutral vowel for a symbol that the set does not have. */
    static Viseme of(String phone) {
        return TABLE.getOrDefault(phone, UNKNOWN);
    }

    private static Map<String, Viseme> table() {
        Map<String, Viseme> table = new HashMap<>();
        // columns: jaw, width, roundness, lip to teeth, tongue
        table.put(SpeechMarks.PAUSE, new Viseme(MouthShape.SHUT, 1.2, false));
        for (String phone : "p b m em".split(" ")) {
            table.put(phone, new Viseme(shape(0, 0, .05, 0, 0), LIPS_MEET, true));
        }
        add(table, "f v", MADE_WITH_THE_LIPS, shape(.10, .10, 0, 1, 0));
        add(table, "w", MADE_WITH_THE_LIPS, shape(.10, -.70, 1, 0, 0));
        add(table, "sh zh ch jh", MADE_WITH_THE_LIPS, shape(.16, -.35, .65, 0, 0));
        add(table, "th dh", MADE_INSIDE, shape(.18, .10, 0, 0, .8));
        add(table, "t d n en dx nx", MADE_INSIDE, shape(.16, .25, 0, 0, .5));
        add(table, "k g ng hh hv", MADE_INSIDE, shape(.24, .15, 0, 0, 0));
        add(table, "l el", ORDINARY, shape(.26, .20, 0, 0, 1));
        add(table, "s z", ORDINARY, shape(.10, .55, 0, 0, 0));
        add(table, "r er axr", ORDINARY, shape(.22, -.20, .50, 0, 0));
        add(table, "y", ORDINARY, shape(.14, .50, 0, 0, 0));
        add(table, "iy", ORDINARY, shape(.20, .80, 0, 0, 0));
        add(table, "ih", MADE_INSIDE, shape(.28, .45, 0, 0, 0));
        add(table, "eh", ORDINARY, shape(.45, .40, 0, 0, 0));
        add(table, "ae", ORDINARY, shape(.62, .50, 0, 0, 0));
        add(table, "ey", ORDINARY, shape(.38, .60, 0, 0, 0));
        add(table, "aa", ORDINARY, shape(.85, .05, 0, 0, 0));
        add(table, "ay", ORDINARY, shape(.68, .30, 0, 0, 0));
        add(table, "ah", ORDINARY, shape(.42, .10, 0, 0, 0));
        add(table, "ax", MADE_INSIDE, shape(.42, .10, 0, 0, 0));
        add(table, "ao", ORDINARY, shape(.62, -.35, .55, 0, 0));
        add(table, "ow", ORDINARY, shape(.42, -.50, .80, 0, 0));
        add(table, "uw", MADE_WITH_THE_LIPS, shape(.18, -.70, 1, 0, 0));
        add(table, "uh", ORDINARY, shape(.28, -.35, .60, 0, 0));
        add(table, "aw", ORDINARY, shape(.68, -.20, .40, 0, 0));
        add(table, "oy", ORDINARY, shape(.50, -.40, .60, 0, 0));
        return Map.copyOf(table);
    }

    private static void add(Map<String, Viseme> table, String phones, double dominance, MouthShape target) {
        for (String phone : phones.split(" ")) {
            table.put(phone, new Viseme(target, dominance, false));
        }
    }

    private static MouthShape shape(double open, double width, double roundness, double lipToTeeth, double tongue) {
        return new MouthShape(open, width, roundness, lipToTeeth, tongue);
    }
}
