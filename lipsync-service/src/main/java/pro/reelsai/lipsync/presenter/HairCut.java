package pro.reelsai.lipsync.presenter;

import java.util.List;

/**
 * The shape of hair.
 *
 * @param behind what hangs behind the neck
 * @param draped what falls over the shoulders, from behind the ears
 * @param crown what lies on the head and frames the face
 */
public record HairCut(List<Lock> behind, List<Lock> draped, List<Lock> crown) {
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
                List.of(left, right));
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
        return new HairCut(List.of(), List.of(), List.of(side, side.mirrored(), top, quiff));
    }
}
