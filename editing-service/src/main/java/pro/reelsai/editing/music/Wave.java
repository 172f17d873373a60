package pro.reelsai.editing.music;

/**
 * One period of a tone, from which any pitch is read. The sum of a few harmonics: no higher ones that a sampled tone would
 * fold back. {@code StrictMath}, because {@code Math.sin} may differ between two machines in the last bit.
 */
final class Wave {
    private static final int LENGTH = 4096;

    private final float[] table = new float[LENGTH + 1];

    /**
     * @param harmonics how strong each is, beginning with the fundamental
     */
    Wave(double... harmonics) {
        for (int i = 0; i <= LENGTH; i++) {
            double sum = 0;
            for (int h = 0; h < harmonics.length; h++) {
                sum += harmonics[h] * StrictMath.sin(2 * StrictMath.PI * (h + 1) * i / LENGTH);
            }
            table[i] = (float) sum;
        }
    }

    /**
     * @param phase any number from 0 on; its whole part does not matter
     */
    float at(double phase) {
        double place = (phase - Math.floor(phase)) * LENGTH;
        int index = (int) place;
        float rest = (float) (place - index);
        return table[index] + rest * (table[index + 1] - table[index]);
    }
}
