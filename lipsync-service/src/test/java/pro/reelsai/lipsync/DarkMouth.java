package pro.reelsai.lipsync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;

/** Looks at a video the way a viewer does: how much of the mouth's region is as dark as only the inside of a mouth is. */
final class DarkMouth {
    private static final int FPS = 30;
    private static final int WIDTH = 96;
    private static final int HEIGHT = 72;
    /** Darker than lips and the line between them. */
    private static final int DARK = 50;

    private final byte[] frames;

    private DarkMouth(byte[] frames) {
        this.frames = frames;
    }

    static DarkMouth of(Ffmpeg ffmpeg, Path video, Path directory) throws Exception {
        Path gray = directory.resolve("mouth.gray");
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput(video)
                .done()
                .addOutput(gray)
                .setFormat("rawvideo")
                .setVideoFilter("crop=%d:%d:312:690,format=gray".formatted(WIDTH, HEIGHT))
                .done();
        ffmpeg.run(command, FfmpegRun.of(Duration.ofSeconds(3)));
        return new DarkMouth(Files.readAllBytes(gray));
    }

    /** The dark share of the region, 0 to 1, in the frame that is shown at a time in seconds. */
    double openAt(double seconds) {
        int frame = (int) (seconds * FPS);
        int dark = 0;
        for (int i = frame * WIDTH * HEIGHT; i < (frame + 1) * WIDTH * HEIGHT; i++) {
            if ((frames[i] & 0xFF) < DARK) {
                dark++;
            }
        }
        return (double) dark / (WIDTH * HEIGHT);
    }
}
