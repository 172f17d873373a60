package pro.reelsai.lipsync.face;

import java.nio.FloatBuffer;

/**
 * A picture in memory.
 *
 * @param pixels four bytes a pixel, blue first, rows from the top; whoever makes the picture may change them
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(byte[] pixels, int width, int height) {
    /** Bytes a pixel. */
    public static final int PIXEL = 4;

    private static final int RED = 2;

    public Picture {
        if (pixels.length != width * height * PIXEL) {
            throw new IllegalArgumentException(pixels.length + " bytes for " + width + "x" + height);
        }
    }

    /** A picture of which nothing is seen yet. */
    public static Picture empty(int width, int height) {
        return new Picture(new byte[width * height * PIXEL], width, height);
    }

    /**
     * One colour between four pixels; outside of the picture it is that of its edge.
     *
     * @param channel 0 blue, 1 green, 2 red
     * @return 0 to 255
     */
    double at(double x, double y, int channel) {
        double left = Math.clamp(x, 0, width - 1.001);
        double top = Math.clamp(y, 0, height - 1.001);
        int column = (int) left;
        int row = (int) top;
        double right = left - column;
        double below = top - row;
        int place = (row * width + column) * PIXEL + channel;
        int next = place + width * PIXEL;
        double upper = (pixels[place] & 0xFF) * (1 - right) + (pixels[place + PIXEL] & 0xFF) * right;
        double lower = (pixels[next] & 0xFF) * (1 - right) + (pixels[next + PIXEL] & 0xFF) * right;
        return upper * (1 - below) + lower * below;
    }

    /**
     * Copies what is seen in a region, as networks want it: all reds, then all greens, then all blues.
     *
     * @param size how many pixels the copy has in a row and in a column
     * @param darkest what 0 becomes
     * @param brightest what 255 becomes
     */
    void copy(Region region, int size, float darkest, float brightest, FloatBuffer to) {
        double cos = Math.cos(region.angle());
        double sin = Math.sin(region.angle());
        float range = (brightest - darkest) / 255;
        for (int row = 0; row < size; row++) {
            double down = ((row + 0.5) / size - 0.5) * region.height();
            for (int column = 0; column < size; column++) {
                double across = ((column + 0.5) / size - 0.5) * region.width();
                double x = region.x() + across * cos - down * sin - 0.5;
                double y = region.y() + across * sin + down * cos - 0.5;
                for (int channel = 0; channel < 3; channel++) {
                    float value = (float) at(x, y, RED - channel);
                    to.put((channel * size + row) * size + column, darkest + range * value);
                }
            }
        }
    }
}
