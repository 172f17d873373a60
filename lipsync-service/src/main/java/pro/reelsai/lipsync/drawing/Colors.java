package pro.reelsai.lipsync.drawing;

/** Arithmetic on ARGB colours. */
final class Colors {
    static final int WHITE = 0xFFFFFFFF;
    static final int BLACK = 0xFF000000;

    private Colors() {}

    /** The same colour with another opacity, 0 to 255. */
    static int withAlpha(int color, int alpha) {
        return color & 0x00FFFFFF | alpha << 24;
    }

    /** A blend of two colours, opaque; {@code share} is the second one's, 0 to 1. */
    static int mix(int one, int other, double share) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long channel = Math.round((one >> shift & 0xFF) * (1 - share) + (other >> shift & 0xFF) * share);
            mixed = mixed << 8 | (int) channel;
        }
        return mixed;
    }
}
