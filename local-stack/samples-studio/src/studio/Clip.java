package studio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A video file being written: raw frames into FFmpeg. */
final class Clip implements AutoCloseable {

    static final int WIDTH = 1920;
    static final int HEIGHT = 1080;
    static final int RATE = 30;

    private final Process ffmpeg;
    private final OutputStream frames;

    Clip(Path file, int width, int height, int crf) throws IOException {
        ffmpeg = new ProcessBuilder(List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "rgba",
                        "-s",
                        width + "x" + height,
                        "-r",
                        "" + RATE,
                        "-i",
                        "-",
                        "-vf",
                        "scale=out_color_matrix=bt709:out_range=tv",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "slow",
                        "-profile:v",
                        "high",
                        "-pix_fmt",
                        "yuv420p",
                        "-crf",
                        "" + crf,
                        "-x264-params",
                        "aq-mode=3:aq-strength=1.1:deblock=-1,-1",
                        "-color_primaries",
                        "bt709",
                        "-color_trc",
                        "bt709",
                        "-colorspace",
                        "bt709",
                        "-movflags",
                        "+faststart",
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        frames = ffmpeg.getOutputStream();
    }

    void add(byte[] rgba) throws IOException {
        frames.write(rgba);
    }

    @Override
    public void close() throws IOException {
        frames.close();
        try {
            if (ffmpeg.waitFor() != 0) {
                throw new IOException("ffmpeg ended with " + ffmpeg.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
