package pro.reelsai.lipsync.face;

import org.jspecify.annotations.Nullable;

/**
 * Cuts people out of pictures that follow on one another, with MediaPipe's selfie segmentation. Where the network is unsure,
 * what it saw before counts more, so that edges do not flicker. Not for more than one thread; holds native memory until it
 * is closed.
 */
public final class Matting implements AutoCloseable {
    private static final int SIZE = 256;
    /** How much the previous pictures count where the network has no idea. */
    private static final double INERTIA = 0.8;
    /** What is less likely a person is not seen at all, what is more likely is seen in full. */
    private static final double NOBODY = 0.35;

    private static final double SOMEBODY = 0.85;

    private final Network network = new Network("selfie_segmentation", SIZE);
    private float @Nullable [] mask;

    /** Looks at the next picture. */
    public void look(Picture picture) {
        float[] seen = filled(network.look(picture, Region.whole(picture), 0, 1).getFirst());
        float[] before = mask;
        if (before != null) {
            for (int i = 0; i < seen.length; i++) {
                double sureness = 2 * seen[i] - 1;
                double inertia = INERTIA * (1 - sureness * sureness);
                seen[i] += (float) (inertia * (before[i] - seen[i]));
            }
        }
        mask = seen;
    }

    /** Every pixel becomes what it is among its neighbours: the network leaves pinholes. */
    private static float[] filled(float[] mask) {
        float[] filled = mask.clone();
        for (int y = 1; y < SIZE - 1; y++) {
            for (int x = 1; x < SIZE - 1; x++) {
                float sum = 0;
                for (int row = y - 1; row <= y + 1; row++) {
                    int place = row * SIZE + x;
                    sum += mask[place - 1] + mask[place] + mask[place + 1];
                }
                filled[y * SIZE + x] = sum / 9;
            }
        }
        return filled;
    }

    /**
     * Makes a picture see-through where nobody is: its fourth byte becomes the opacity, by which the others are multiplied.
     *
     * @throws IllegalStateException if nothing was looked at yet
     */
    public void cutOut(Picture picture) {
        float[] people = mask;
        if (people == null) {
            throw new IllegalStateException("no picture was looked at yet");
        }
        byte[] pixels = picture.pixels();
        for (int y = 0; y < picture.height(); y++) {
            double row = Math.clamp((y + 0.5) * SIZE / picture.height() - 0.5, 0, SIZE - 1.001);
            for (int x = 0; x < picture.width(); x++) {
                double column = Math.clamp((x + 0.5) * SIZE / picture.width() - 0.5, 0, SIZE - 1.001);
                double opacity = Smooth.step((at(people, column, row) - NOBODY) / (SOMEBODY - NOBODY));
                int place = (y * picture.width() + x) * Picture.PIXEL;
                for (int channel = 0; channel < 3; channel++) {
                    pixels[place + channel] = (byte) Math.round((pixels[place + channel] & 0xFF) * opacity);
                }
                pixels[place + 3] = (byte) Math.round(255 * opacity);
            }
        }
    }

    private static double at(float[] mask, double column, double row) {
        int left = (int) column;
        int top = (int) row;
        double right = column - left;
        double below = row - top;
        int place = top * SIZE + left;
        double upper = mask[place] * (1 - right) + mask[place + 1] * right;
        double lower = mask[place + SIZE] * (1 - right) + mask[place + SIZE + 1] * right;
        return upper * (1 - below) + lower * below;
    }

    @Override
    public void close() {
        network.close();
    }
}
