package pro.reelsai.lipsync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;

/** The opacity of a cut-out actor's video, as an editor reads it from the video's lower half. Places are shares of it, 0 to 1. */
final class Matte {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 160;
    private static final int SIZE = WIDTH * HEIGHT;

    private final byte[] frames;

    private Matte(byte[] frames) {
        this.frames = frames;
    }

    static Matte of(Ffmpeg ffmpeg, Path video, Path directory) throws Exception {
        Path gray = directory.resolve("matte.gray");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(video)
                        .done()
                        .addOutput(gray)
                        .setFormat("rawvideo")
                        .setVideoFilter("crop=iw:ih/2:0:ih/2,scale=%d:%d:flags=area:out_range=pc,format=gray"
                                .formatted(WIDTH, HEIGHT))
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(3)));
        return new Matte(Files.readAllBytes(gray));
    }

    int frames() {
        return frames.length / SIZE;
    }

    /** The least opacity in a part of any frame. */
    double leastOpacity(double left, double top, double right, double bottom) {
        double least = 1;
        for (int frame = 0; frame < frames(); frame++) {
            for (int y = (int) (top * HEIGHT); y < bottom * HEIGHT; y++) {
                for (int x = (int) (left * WIDTH); x < right * WIDTH; x++) {
                    least = Math.min(least, at(frame, x, y));
                }
            }
        }
        return least;
    }

    /** The greatest opacity in a part of any frame. */
    double greatestOpacity(double left, double top, double right, double bottom) {
        double greatest = 0;
        for (int frame = 0; frame < frames(); frame++) {
            for (int y = (int) (top * HEIGHT); y < bottom * HEIGHT; y++) {
                for (int x = (int) (left * WIDTH); x < right * WIDTH; x++) {
                    greatest = Math.max(greatest, at(frame, x, y));
                }
            }
        }
        return greatest;
    }

    /** How much the opacity changes from any frame to the next, on average over the frame. */
    double greatestChange() {
        double greatest = 0;
        for (int frame = 1; frame < frames(); frame++) {
            double sum = 0;
            for (int i = 0; i < SIZE; i++) {
                sum += Math.abs(at(frame, i % WIDTH, i / WIDTH) - at(frame - 1, i % WIDTH, i / WIDTH));
            }
            greatest = Math.max(greatest, sum / SIZE);
        }
        return greatest;
    }

    private double at(int frame, int x, int y) {
        return (frames[frame * SIZE + y * WIDTH + x] & 0xFF) / 255.0;
    }
}
