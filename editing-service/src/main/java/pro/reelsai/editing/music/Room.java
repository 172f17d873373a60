package pro.reelsai.editing.music;

/** The room in which music plays: echoes that come denser and denser, after M. R. Schroeder (1962). */
final class Room {
    private static final int[] COMBS = {1687, 1601, 2053, 2251};
    private static final int[] SPREAD = {0, 37, 23, 53};
    private static final int[] ALL_PASSES = {347, 113};
    private static final float DECAY = 0.8f;
    private static final float DULL = 0.35f;
    private static final float DIFFUSION = 0.6f;

    private Room() {}

    /** What comes back from the walls. */
    static Mix echo(Mix dry) {
        Mix wet = new Mix(dry.samples());
        for (int comb = 0; comb < COMBS.length; comb++) {
            comb(dry.left, wet.left, COMBS[comb]);
            comb(dry.right, wet.right, COMBS[comb] + SPREAD[comb]);
        }
        for (int length : ALL_PASSES) {
            allPass(wet.left, length);
            allPass(wet.right, length + 17);
        }
        return wet;
    }

    private static void comb(float[] in, float[] out, int length) {
        float[] delay = new float[length];
        float dull = 0;
        for (int i = 0; i < in.length; i++) {
            int at = i % length;
            float echo = delay[at];
            dull = echo * (1 - DULL) + dull * DULL;
            delay[at] = in[i] + dull * DECAY;
            out[i] += echo / COMBS.length;
        }
    }

    private static void allPass(float[] sound, int length) {
        float[] delay = new float[length];
        for (int i = 0; i < sound.length; i++) {
            int at = i % length;
            float echo = delay[at];
            float in = sound[i] + echo * DIFFUSION;
            delay[at] = in;
            sound[i] = echo - in * DIFFUSION;
        }
    }
}
