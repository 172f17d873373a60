package pro.reelsai.lipsync.local;

import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.drawing.PresenterPainter;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.FrameWriter;
import pro.reelsai.runtime.media.MediaException;

/** Encodes drawn frames to a silent mezzanine: H.264 in mp4, good enough to be encoded once more for delivery. */
final class FrameEncoder {
    /** RGB has no matrix of its own; without one named, FFmpeg converts for standard definition and reds turn orange. */
    private static final String TO_BT709 = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p";

    /** No codec that is cheap and small has opacity: it goes below the picture, as brightness. Colours stay multiplied. */
    private static final String OPACITY_BELOW = "split[colour][opacity];[colour]format=bgr0," + TO_BT709
            + "[picture];[opacity]alphaextract,format=yuv420p[matte];[picture][matte]vstack";

    private final Ffmpeg ffmpeg;
    private final LipsyncConfig.Local config;

    FrameEncoder(Ffmpeg ffmpeg, LipsyncConfig.Local config) {
        this.ffmpeg = ffmpeg;
        this.config = config;
    }

    /**
     * Names a version of the pictures together with how they are encoded; part of a stage's fingerprint.
     *
     * @param version the version of the pictures
     */
    static String model(String version, LipsyncConfig.Local config) {
        return "%s-%dfps-tail%.2f-%s-crf%d"
                .formatted(version, config.framesPerSecond(), config.tailSeconds(), config.preset(), config.quality());
    }

    /**
     * Encodes to the performance's video.
     *
     * @param frames how many frames there will be
     * @param cutOut whether the frames have opacity; the video is then twice as high
     * @param frameWriter writes the frames as {@link PresenterPainter} paints them
     * @throws MediaException if FFmpeg fails
     * @throws InterruptedException if the stage should stop
     */
    void encode(int frames, Performance performance, boolean cutOut, FrameWriter frameWriter)
            throws MediaException, InterruptedException {
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput("pipe:0")
                .setFormat("rawvideo")
                .addExtraArgs("-pixel_format", cutOut ? "bgra" : "bgr0")
                .addExtraArgs("-video_size", PresenterPainter.WIDTH + "x" + PresenterPainter.HEIGHT)
                .addExtraArgs("-framerate", Integer.toString(config.framesPerSecond()))
                .done()
                .addOutput(performance.video())
                .setFormat("mp4")
                .disableAudio()
                .setVideoCodec("libx264")
                .setPreset(config.preset())
                .setConstantRateFactor(config.quality())
                .setVideoFilter(cutOut ? OPACITY_BELOW : TO_BT709)
                .addExtraArgs("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
                .addExtraArgs("-movflags", "+faststart")
                .done();
        Duration length = Duration.ofMillis(frames * 1000L / config.framesPerSecond());
        ffmpeg.run(command, FfmpegRun.of(length).onProgress(performance.percent()), frameWriter);
    }
}
