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
                new float[] {0, -180, 0, -120, 0, -80, 0, -20, 0, 60, 0, 130, 0, 200, 0, 240, 0, 280, 0, 300},
                new float[] {
                    0, -180, 110, -184, 134, -100, 134, -16, 134, 70, 158, 130, 152, 210, 148, 262, 100, 300, 0, 300
                },
                14);
        Lock drape = new Lock(
                new float[] {106, 6, 112, 60, 92, 110, 98, 168, 104, 226, 124, 246, 104, 322},
                new float[] {126, -26, 152, 50, 146, 100, 158, 160, 168, 226, 160, 288, 104, 322},
                9);
        Lock wisp = new Lock(
                new float[] {108, 20, 108, 70, 84, 118, 88, 166, 92, 212, 112, 226, 92, 284},
                new float[] {118, 10, 126, 70, 108, 118, 112, 166, 118, 216, 126, 240, 92, 284},
                3);
        Lock right = new Lock(
                new float[] {-28, -124, 34, -120, 92, -86, 108, 8},
                new float[] {-34, -182, 56, -208, 134, -136, 124, 6},
                15);
        Lock left = new Lock(
                new float[] {-28, -124, -66, -116, -100, -76, -108, 8},
                new float[] {-34, -182, -96, -190, -134, -118, -124, 6},
                10);
        return new HairCut(
                List.of(back, back.mirrored()),
                List.of(drape, drape.mirrored(), wisp, wisp.mirrored()),
                List.of(left, right));
    }

    /** Short at the sides, swept up and over at the top. */
    static HairCut shortAndSwept() {
        Lock side = new Lock(
                new float[] {96, -70, 104, -50, 108, -30, 110, 10},
                new float[] {104, -120, 124, -90, 124, -40, 116, 10},
                6);
        Lock quiff = new Lock(
                new float[] {-88, -92, -40, -112, 40, -112, 104, -84},
                new float[] {-104, -120, -70, -196, 60, -214, 118, -110},
                14);
        Lock swept = new Lock(
                new float[] {-92, -84, -60, -128, 20, -134, 92, -96},
                new float[] {-96, -112, -80, -196, 20, -210, 96, -120},
                9);
        return new HairCut(List.of(), List.of(), List.of(side, side.mirrored(), quiff, swept));
    }
}
