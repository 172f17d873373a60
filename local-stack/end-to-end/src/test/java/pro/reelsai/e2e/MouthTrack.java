package pro.reelsai.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How much the picture changes around the actor's mouth from frame to frame, beyond what the whole head moves.
 *
 * @param motion mean absolute difference of brightness, 0 to 255, a frame
 */
record MouthTrack(double[] motion) {
    private static final int SCALE = 4;
    private static final int WIDTH = 1080 / SCALE;
    private static final int HEIGHT = 960 / SCALE;

    /**
     * @param mouth where the mouth is in the actor's half, in pixels of the ad
     * @param cheeks a part of the face above it that moves with the head alone
     */
    static MouthTrack of(Path file, Box mouth, Box cheeks) throws IOException, InterruptedException {
        List<Double> motion = new ArrayList<>();
        byte[][] before = {null};
        Tool.frames(
                WIDTH * HEIGHT,
                (index, gray) -> {
                    if (before[0] == null) {
                        motion.add(0.0);
                    } else {
                        motion.add(
                                Math.max(0, difference(before[0], gray, mouth) - difference(before[0], gray, cheeks)));
                    }
                    before[0] = gray;
                },
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-an",
                        "-vf",
                        "crop=1080:960:0:960,scale=" + WIDTH + ":" + HEIGHT + ":flags=area",
                        "-pix_fmt",
                        "gray",
                        "-f",
                        "rawvideo",
                        "-"));
        return new MouthTrack(motion.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double difference(byte[] a, byte[] b, Box box) {
        long sum = 0;
        int count = 0;
        for (int y = box.top() / SCALE; y < (box.top() + box.height()) / SCALE; y++) {
            for (int x = box.left() / SCALE; x < (box.left() + box.width()) / SCALE; x++) {
                int at = y * WIDTH + x;
                sum += Math.abs((a[at] & 0xFF) - (b[at] & 0xFF));
                count++;
            }
        }
        return (double) sum / count;
    }

    /** The mean motion of the frames that a condition picks. */
    double meanWhere(IntPredicate frames) {
        return IntStream.range(0, motion.length)
                .filter(frames)
                .mapToDouble(frame -> motion[frame])
                .average()
                .orElseThrow(() -> new AssertionError("No such frame"));
    }

    /** A rectangle in pixels, relative to the actor's half. */
    record Box(int left, int top, int width, int height) {}
}
