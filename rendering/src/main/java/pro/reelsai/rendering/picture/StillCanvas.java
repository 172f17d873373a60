package pro.reelsai.rendering.picture;

import java.nio.file.Path;
import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.rendering.timeline.Box;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/**
 * Readies a still picture for a camera move: decoded, turned, converted and framed once, on a canvas about twice the
 * size of the box's shorter side, which leaves enough detail for its longer one.
 *
 * <p>The canvas is square whatever the box's shape, its pixels are not: so one pixel more off every side is the same zoom
 * across and down, and a move in whole canvas pixels a frame is perfectly even. {@code zoompan} only knows whole pixels;
 * on a canvas of the box's shape it visibly stutters.
 */
final class StillCanvas {
    private static final double TRANSPARENT_SHARE = 0.86;
    private static final String PLATE = "0xF1F2F4";
    /** FFV1 would be smaller, but its encoder takes 700 MB for one canvas. */
    private static final String LOSSLESS = "utvideo";

    private static final int BLUR_DIVISOR = 12;
    private static final int LARGEST_TRANSPARENT = 3000;

    private final Ffmpeg ffmpeg;
    private final Box box;
    private final Framing framing;

    StillCanvas(Ffmpeg ffmpeg, Box box) {
        this.ffmpeg = ffmpeg;
        this.box = box;
        this.framing = new Framing(box);
    }

    /**
     * Makes the canvas.
     *
     * @return a file with one picture
     * @throws MediaException if the asset cannot be decoded
     * @throws InterruptedException if the stage should stop
     */
    Path prepare(SourceAsset asset, Path directory) throws MediaException, InterruptedException {
        Path canvas = directory.resolve("canvas-" + asset.number() + ".mkv");
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput(asset.file())
                .done()
                .addOutput(canvas)
                .setComplexFilter("[0:v:0]setsar=1," + (asset.mayBeTransparent() ? onPlate() : onBlur()) + "[canvas]")
                .setFrames(1)
                .setVideoCodec(LOSSLESS)
                .addExtraArgs("-map", "[canvas]", "-an")
                .done();
        ffmpeg.run(command, FfmpegRun.of(Duration.ofSeconds(1)));
        return canvas;
    }

    private int side() {
        int longer = Math.max(box.width(), box.height());
        return (Math.max(2 * Math.min(box.width(), box.height()), longer + longer / 4) + 3) & ~3;
    }

    private String onBlur() {
        int side = side();
        int small = side / BLUR_DIVISOR;
        return framing.cropToShow() + ",scale=" + framing.fitted(side, side, Framing.SHARE)
                + ":flags=bicubic:" + Colours.CONVERT + ",format=yuv444p,setsar=1,split[front][back];"
                + "[back]crop='min(iw,ih)':'min(iw,ih)'," + blurred(small, small, side, side)
                + "[behind];[behind][front]overlay=(W-w)/2:(H-h)/2:format=yuv444,format=yuv420p," + Colours.TAGS;
    }

    /** Filters that make a background of a picture: a dimmed, blurred enlargement. */
    static String blurred(int smallWidth, int smallHeight, int width, int height) {
        return "scale=%d:%d:flags=area,gblur=sigma=5,lutyuv=y='(val-16)*0.72+16',scale=%d:%d:flags=bicubic,setsar=1"
                .formatted(smallWidth, smallHeight, width, height);
    }

    private String onPlate() {
        int side = side();
        return "scale=w='min(iw,%1$d)':h=-1,format=rgba,split[picture][plate];".formatted(LARGEST_TRANSPARENT)
                // A filled drawbox would do it too, but crashes on see-through pictures (FFmpeg 5.1).
                + "[plate]lutrgb=r=0xF1:g=0xF2:b=0xF4:a=0xFF[opaque];"
                + "[opaque][picture]overlay=format=rgb,scale=" + framing.fitted(side, side, TRANSPARENT_SHARE)
                + ":flags=bicubic,setsar=1,pad=%1$d:%1$d:(ow-iw)/2:(oh-ih)/2:color=%2$s,".formatted(side, PLATE)
                + "scale=" + Colours.CONVERT + ",format=yuv420p," + Colours.TAGS;
    }
}
