package pro.reelsai.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the highlighted word stands in every frame, found by its colour in the decoded picture.
 *
 * @param sizes how many pixels have the colour, a frame
 * @param centres their mean x in pixels of the ad, a frame; not a number where there are none
 * @param framesPerSecond of the ad
 */
record CaptionTrack(int[] sizes, double[] centres, double framesPerSecond) {
    private static final int BAND_TOP = 640;
    private static final int BAND_HEIGHT = 640;
    private static final int SCALE = 2;
    private static final int WIDTH = 1080 / SCALE;
    private static final int HEIGHT = BAND_HEIGHT / SCALE;
    private static final int FEWEST_PIXELS = 60;
    private static final double JUMP_PIXELS = 40;
    private static final double GROWTH = 0.35;

    static CaptionTrack of(Path file, double framesPerSecond) throws IOException, InterruptedException {
        List<Integer> sizes = new ArrayList<>();
        List<Double> centres = new ArrayList<>();
        Tool.frames(
                WIDTH * HEIGHT * 3,
                (index, rgb) -> measure(rgb, sizes, centres),
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-an",
                        "-vf",
                        "crop=1080:" + BAND_HEIGHT + ":0:" + BAND_TOP + ",scale=" + WIDTH + ":" + HEIGHT
                                + ":flags=area",
                        "-pix_fmt",
                        "rgb24",
                        "-f",
                        "rawvideo",
                        "-"));
        return new CaptionTrack(
                sizes.stream().mapToInt(Integer::intValue).toArray(),
                centres.stream().mapToDouble(Double::doubleValue).toArray(),
                framesPerSecond);
    }

    private static void measure(byte[] rgb, List<Integer> sizes, List<Double> centres) {
        int size = 0;
        long sum = 0;
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            int red = rgb[pixel * 3] & 0xFF;
            int green = rgb[pixel * 3 + 1] & 0xFF;
            int blue = rgb[pixel * 3 + 2] & 0xFF;
            if (isHighlight(red, green, blue)) {
                size++;
                sum += pixel % WIDTH;
            }
        }
        sizes.add(size);
        centres.add(size < FEWEST_PIXELS ? Double.NaN : (double) sum / size * SCALE);
    }

    /** How many pixels of raw RGB frames have the highlight's colour. */
    static int highlighted(byte[] rgb) {
        int count = 0;
        for (int at = 0; at + 2 < rgb.length; at += 3) {
            if (isHighlight(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF)) {
                count++;
            }
        }
        return count;
    }

    /** The caption's yellow, as it comes back from the encoder. */
    private static boolean isHighlight(int red, int green, int blue) {
        return red > 232 && Math.abs(green - 213) < 24 && blue < 70;
    }

    /** When another word is highlighted than a frame before, in seconds. */
    List<Double> changes() {
        List<Double> changes = new ArrayList<>();
        for (int frame = 1; frame < sizes.length; frame++) {
            if (differ(frame - 1, frame)) {
                changes.add(frame / framesPerSecond);
            }
        }
        return changes;
    }

    private boolean differ(int before, int after) {
        boolean shownBefore = !Double.isNaN(centres[before]);
        boolean shownAfter = !Double.isNaN(centres[after]);
        if (!shownAfter) {
            return false; // a word that goes away is not the beginning of one
        }
        if (!shownBefore) {
            return true;
        }
        double growth = Math.abs(sizes[after] - sizes[before]) / (double) Math.max(sizes[after], sizes[before]);
        return Math.abs(centres[after] - centres[before]) > JUMP_PIXELS || growth > GROWTH;
    }

    /** How far the nearest change is from a time, in seconds. */
    static double distance(List<Double> changes, double time) {
        return changes.stream()
                .mapToDouble(change -> Math.abs(change - time))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
