package pro.reelsai.lipsync.presenter;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of hair.
 *
 * @param behind what hangs behind the neck
 * @param draped what falls over the shoulders, from behind the ears
 * @param crown what lies on the head and frames the face
 * @param overEars whether it hides the ears
 */
public record HairCut(List<Lock> behind, List<Lock> draped, List<Lock> crown, boolean overEars) {
    public HairCut {
        behind = List.copyOf(behind);
        draped = List.copyOf(draped);
        crown = List.copyOf(crown);
    }

    /** Long, parted at the side, tucked behind the ears and falling over both shoulders. */
    static HairCut longAndParted() {
        Lock back = new Lock(
                new float[] {0, -180, 0, -120, 0, -80, 0, -20, 0, 60, 0, 110, 0, 170, 0, 200, 0, 240, 0, 260},
                new float[] {
                    0, -180, 92, -184, 124, -100, 126, -16, 130, 60, 156, 110, 150, 170, 146, 232, 100, 260, 0, 260
                },
                14);
        Lock drape = new Lock(
                new float[] {104, 0, 112, 54, 90, 96, 96, 146, 102, 196, 130, 214, 98, 290},
                new float[] {122, -30, 152, 40, 138, 84, 152, 136, 164, 194, 164, 252, 98, 290},
                9);
        Lock wisp = new Lock(
                new float[] {106, 16, 108, 62, 80, 104, 86, 148, 92, 190, 112, 198, 82, 250},
                new float[] {116, 4, 126, 62, 104, 104, 110, 148, 118, 194, 124, 212, 82, 250},
                3);
        Lock right = new Lock(
                new float[] {-28, -122, 30, -116, 86, -76, 104, 20},
                new float[] {-34, -184, 60, -210, 136, -132, 118, 24},
                14);
        Lock left = new Lock(
                new float[] {-28, -122, -64, -112, -96, -72, -104, 20},
                new float[] {-34, -184, -92, -196, -136, -122, -118, 24},
                9);
        return new HairCut(
                List.of(back, back.mirrored()),
                List.of(drape, drape.mirrored(), wisp, wisp.mirrored()),
                List.of(left, right),
                false);
    }

    /** Short at the sides, swept up and over at the top. */
    static HairCut shortAndSwept() {
        Lock side = new Lock(
                new float[] {88, -92, 97, -64, 99, -36, 101, 2},
                new float[] {108, -112, 124, -84, 122, -40, 110, 6},
                7);
        Lock top = new Lock(
                new float[] {-100, -84, -64, -108, 20, -106, 100, -78},
                new float[] {-110, -110, -84, -190, 64, -206, 116, -104},
                14);
        Lock quiff = new Lock(
                new float[] {-98, -86, -70, -110, 0, -116, 84, -92},
                new float[] {-104, -104, -100, -186, 10, -226, 98, -110},
                10);
        return new HairCut(List.of(), List.of(), List.of(side, side.mirrored(), top, quiff), false);
    }

    /** Short, swept back from a forehead that has grown higher. */
    static HairCut shortAndReceding() {
        Lock side = new Lock(
                new float[] {90, -100, 98, -70, 99, -36, 101, 4},
                new float[] {106, -118, 122, -86, 121, -40, 110, 8},
                7);
        Lock top = new Lock(
                new float[] {-99, -92, -84, -128, -46, -128, -8, -134, 34, -132, 74, -134, 98, -88},
                new float[] {-108, -104, -104, -168, -60, -196, 4, -198, 66, -200, 108, -166, 110, -100},
                16);
        return new HairCut(List.of(), List.of(), List.of(side, side.mirrored(), top), false);
    }

    /** Straight to the chin, with a fringe. */
    static HairCut bobWithFringe() {
        Lock back = new Lock(
                new float[] {0, -180, 0, -120, 0, -80, 0, -20, 0, 60, 0, 110, 0, 146},
                new float[] {0, -180, 92, -184, 124, -100, 126, -16, 134, 60, 132, 120, 106, 152},
                12);
        Lock cap = new Lock(
                new float[] {-104, -40, -104, -110, -60, -136, 0, -136, 60, -136, 104, -110, 104, -40},
                new float[] {-126, -40, -138, -150, -80, -206, 0, -208, 80, -206, 138, -150, 126, -40},
                16);
        Lock curtain = new Lock(
                new float[] {84, -128, 98, -76, 100, -20, 95, 50, 92, 93, 88, 126, 76, 152},
                new float[] {106, -132, 134, -76, 138, -6, 136, 66, 137, 108, 132, 140, 118, 158},
                9);
        Lock fringe = new Lock(
                new float[] {0, -170, -52, -168, -104, -136, -104, -52},
                new float[] {0, -170, -14, -150, -32, -116, -32, -64},
                8);
        Lock middle = new Lock(
                new float[] {-6, -172, -20, -150, -38, -116, -38, -64},
                new float[] {6, -172, 20, -150, 38, -116, 38, -64},
                7);
        return new HairCut(
                List.of(back, back.mirrored()),
                List.of(),
                List.of(cap, fringe, fringe.mirrored(), middle, curtain, curtain.mirrored()),
                true);
    }

    /** A cloud of curls around the head. */
    static HairCut curls() {
        Lock back = new Lock(
                new float[] {0, -150, 0, -100, 0, -40, 0, 10, 0, 40, 0, 60, 0, 76},
                new float[] {0, -150, 130, -156, 166, -50, 152, 16, 146, 52, 120, 74, 74, 76},
                10);
        Lock wreath = new Lock(
                new float[] {-102, 4, -112, -60, -88, -118, 0, -120, 88, -118, 112, -60, 102, 4},
                new float[] {-140, 16, -168, -70, -120, -186, 0, -190, 120, -186, 168, -70, 140, 16},
                12);
        List<Lock> crown = new ArrayList<>();
        crown.add(wreath);
        crown.addAll(Curls.along(142, 138, 26));
        crown.addAll(Curls.along(126, 114, 22));
        crown.addAll(Curls.along(110, 90, 17));
        return new HairCut(List.of(back, back.mirrored()), List.of(), crown, false);
    }
}
