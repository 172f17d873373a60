package pro.reelsai.lipsync.presenter;

/**
 * A lock of hair between two edges that run from its root to its tip. Every strand of it is a blend of the two, so the
 * strands follow the lock's shape.
 *
 * @param inner the one edge: a start point, then three points for every cubic Bézier curve, as x and y
 * @param outer the other edge, with as many points
 * @param strands how many single strands show
 */
public record Lock(float[] inner, float[] outer, int strands) {
    /**
     * @throws IllegalArgumentException if an edge is not made of whole curves or the edges differ in length
     */
    public Lock {
        if (inner.length != outer.length || inner.length < 8 || (inner.length - 2) % 6 != 0) {
            throw new IllegalArgumentException("A lock's edges need the same number of whole curves");
        }
    }

    /** The same lock on the other side of the head. */
    public Lock mirrored() {
        return new Lock(mirrored(inner), mirrored(outer), strands);
    }

    private static float[] mirrored(float[] edge) {
        float[] mirrored = edge.clone();
        for (int i = 0; i < mirrored.length; i += 2) {
            mirrored[i] = -mirrored[i];
        }
        return mirrored;
    }
}
