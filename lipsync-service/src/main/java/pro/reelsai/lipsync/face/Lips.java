package pro.reelsai.lipsync.face;

/**
 * Where a face's lips are, in the mouth's own measure: its origin lies between the corners of the mouth, {@code u} runs along
 * it to the right, {@code v} from it to the chin, and both count in distances between the outer corners of the eyes.
 */
final class Lips {
    private static final int[] UPPER = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};
    private static final int[] LOWER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};
    private static final int UNDER_THE_NOSE = 2;
    private static final int CHIN = 152;
    private static final int LAST = UPPER.length - 1;

    private final double x;
    private final double y;
    private final double cos;
    private final double sin;
    private final double unit;
    private final double[] upperU = new double[UPPER.length];
    private final double[] upperV = new double[UPPER.length];
    private final double[] lowerU = new double[LOWER.length];
    private final double[] lowerV = new double[LOWER.length];
    private final double noseV;
    private final double chinV;

    Lips(Face face) {
        int right = UPPER[0];
        int left = UPPER[LAST];
        x = (face.x()[right] + face.x()[left]) / 2.0;
        y = (face.y()[right] + face.y()[left]) / 2.0;
        unit = face.eyeDistance();
        cos = Math.cos(face.tilt());
        sin = Math.sin(face.tilt());
        for (int i = 0; i < UPPER.length; i++) {
            upperU[i] = u(face.x()[UPPER[i]], face.y()[UPPER[i]]);
            upperV[i] = v(face.x()[UPPER[i]], face.y()[UPPER[i]]);
            lowerU[i] = u(face.x()[LOWER[i]], face.y()[LOWER[i]]);
            lowerV[i] = v(face.x()[LOWER[i]], face.y()[LOWER[i]]);
        }
        noseV = v(face.x()[UNDER_THE_NOSE], face.y()[UNDER_THE_NOSE]);
        chinV = v(face.x()[CHIN], face.y()[CHIN]);
    }

    /** Whether they look into the camera at all. */
    boolean areSeen() {
        return halfWidth() > 0.1 && noseV < -0.05 && chinV > 0.1;
    }

    /** How far along the mouth a pixel is. */
    double u(double pixelX, double pixelY) {
        return ((pixelX - x) * cos + (pixelY - y) * sin) / unit;
    }

    /** How far below the mouth a pixel is. */
    double v(double pixelX, double pixelY) {
        return ((pixelY - y) * cos - (pixelX - x) * sin) / unit;
    }

    /** The pixel column of a place. */
    double pixelX(double u, double v) {
        return x + (u * cos - v * sin) * unit;
    }

    /** The pixel row of a place. */
    double pixelY(double u, double v) {
        return y + (u * sin + v * cos) * unit;
    }

    /** How many pixels the unit has. */
    double unit() {
        return unit;
    }

    /** Half of the distance between the corners. */
    double halfWidth() {
        return (upperU[LAST] - upperU[0]) / 2;
    }

    /** The lower edge of the upper lip; beyond the corners, their height. */
    double upper(double u) {
        return between(upperU, upperV, u);
    }

    /** The upper edge of the lower lip; beyond the corners, their height. */
    double lower(double u) {
        return Math.max(between(lowerU, lowerV, u), upper(u));
    }

    /** The height of the nose's end, above the mouth and so negative. */
    double noseV() {
        return noseV;
    }

    /** The height of the chin's lowest point. */
    double chinV() {
        return chinV;
    }

    private static double between(double[] at, double[] values, double u) {
        if (u <= at[0]) {
            return values[0];
        }
        for (int i = 1; i <= LAST; i++) {
            if (u < at[i]) {
                double share = (u - at[i - 1]) / Math.max(1e-9, at[i] - at[i - 1]);
                return values[i - 1] + share * (values[i] - values[i - 1]);
            }
        }
        return values[LAST];
    }
}
