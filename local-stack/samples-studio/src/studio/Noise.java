package studio;

/** Smooth random fields. */
final class Noise {

    private Noise() {}

    /** Value noise, 0..1, with one bump a unit. */
    static double at(double x, double y, double z) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        int k = (int) Math.floor(z);
        double a = ease(x - i);
        double b = ease(y - j);
        double c = ease(z - k);
        double low = mix(
                mix(corner(i, j, k), corner(i + 1, j, k), a), mix(corner(i, j + 1, k), corner(i + 1, j + 1, k), a), b);
        double high = mix(
                mix(corner(i, j, k + 1), corner(i + 1, j, k + 1), a),
                mix(corner(i, j + 1, k + 1), corner(i + 1, j + 1, k + 1), a),
                b);
        return mix(low, high, c);
    }

    /** Four octaves of {@link #at}. */
    static double cloud(double x, double y, double z) {
        double sum = 0;
        double size = 0.5;
        double scale = 1;
        for (int octave = 0; octave < 4; octave++) {
            sum += size * at(x * scale, y * scale, z * scale);
            size /= 2;
            scale *= 2.1;
        }
        return sum / 0.9375;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    private static double corner(int x, int y, int z) {
        int h = x * 374761393 + y * 668265263 + z * 1440662683;
        h = (h ^ h >>> 13) * 1274126177;
        return (h >>> 8 & 0xffff) / 65535.0;
    }
}
