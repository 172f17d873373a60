package pro.reelsai.lipsync;

import java.nio.file.Path;
import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.lipsync.drawing.PresenterPainter;
import pro.reelsai.lipsync.face.Picture;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.viseme.MouthShape;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.FrameWriter;

/** Somebody's likeness to animate. There are no photographs here; the networks take illustrated presenters for people. */
public final class Likeness {
    private static final int RATE = 30;

    private Likeness() {}

    /** A picture in memory of somebody at rest. */
    public static Picture of(Presenter presenter) {
        Picture picture = Picture.empty(PresenterPainter.WIDTH, PresenterPainter.HEIGHT);
        try (PresenterPainter painter = new PresenterPainter(presenter, false)) {
            painter.paint(Pose.REST, MouthShape.SHUT, picture.pixels());
        }
        return picture;
    }

    /** A file with a picture of somebody at rest. */
    static Path still(Ffmpeg ffmpeg, Presenter presenter, Path file) throws Exception {
        return write(ffmpeg, file, "null", 1, out -> out.write(of(presenter).pixels()));
    }

    /** A film of somebody who sways and opens the mouth, 360x640. */
    static Path film(Ffmpeg ffmpeg, Presenter presenter, int frames, Path file) throws Exception {
        return write(ffmpeg, file, "scale=360:640,format=yuv420p", frames, out -> {
            byte[] frame = new byte[PresenterPainter.FRAME_BYTES];
            try (PresenterPainter painter = new PresenterPainter(presenter, false)) {
                for (int i = 0; i < frames; i++) {
                    double sway = Math.sin(i * 0.2);
                    Pose pose = new Pose(0.2 * sway, 0, 0.2 * sway, 0, 0, 0, 0, 0, 0.6, 0);
                    painter.paint(pose, new MouthShape(0.25 + 0.25 * sway, 0, 0, 0, 0), frame);
                    out.write(frame);
                }
            }
        });
    }

    private static Path write(Ffmpeg ffmpeg, Path file, String filter, int frames, FrameWriter writer)
            throws Exception {
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("pipe:0")
                        .setFormat("rawvideo")
                        .addExtraArgs("-pixel_format", "bgr0")
                        .addExtraArgs("-video_size", PresenterPainter.WIDTH + "x" + PresenterPainter.HEIGHT)
                        .addExtraArgs("-framerate", Integer.toString(RATE))
                        .done()
                        .addOutput(file)
                        .setVideoFilter(filter)
                        .setFrames(frames)
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(5)),
                writer);
        return file;
    }
}
