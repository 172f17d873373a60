package pro.reelsai.rendering.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegBuilder.Verbosity;
import pro.reelsai.rendering.timeline.Box;
import pro.reelsai.rendering.timeline.ClipTiming;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;

/**
 * Readies the part of a clip that a shot shows: turned, cropped, scaled, converted, at the ad's frame rate and speed. A
 * plain clip is left where it is, and all of that happens while the picture is drawn. Any other is made a file of, one at
 * a time, so that only one decoder of a large clip is in memory, and a clip that ends too early can be filled up.
 */
final class ClipCut {
    private static final int BLUR_DIVISOR = 8;
    private static final int MISSING_FRAMES_ALLOWED = 3;
    private static final int MOST_PIXELS_OPEN = 1920 * 1088;
    private static final Pattern END = Pattern.compile("time=(\\d+):(\\d+):(\\d+\\.\\d+)");

    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;
    private final Box box;
    private final int framesPerSecond;
    private final Framing framing;

    ClipCut(Ffmpeg ffmpeg, MediaProbe probe, Box box, int framesPerSecond) {
        this.ffmpeg = ffmpeg;
        this.probe = probe;
        this.box = box;
        this.framesPerSecond = framesPerSecond;
        this.framing = new Framing(box);
    }

    /**
     * Readies a clip. One that turns out shorter than its container says (truncated, or without a duration) is filled up
     * from what there is.
     *
     * @param frames how many frames the shot needs
     * @param open whether the clip may be left where it is
     * @param cut where a file of it goes, if one is made
     * @throws MediaException if nothing of the clip can be decoded
     * @throws InterruptedException if the stage should stop
     */
    ShotSource prepare(SourceAsset asset, ClipTiming timing, int frames, boolean open, Path cut)
            throws MediaException, InterruptedException {
        Colours colours = Colours.of(asset.file(), ffmpeg);
        if (open && isPlain(asset.video(), colours, timing) && isWhole(asset, timing, frames)) {
            return new ShotSource(asset.file(), timing.from(), filters(asset, colours, timing));
        }
        int made = render(asset, colours, timing, frames, cut);
        if (made < frames - MISSING_FRAMES_ALLOWED) {
            double there = timing.from() + made / (framesPerSecond * timing.slowdown() * (timing.repeats() + 1));
            ClipTiming rest = ClipTiming.fill(there, (double) frames / framesPerSecond, 0);
            render(asset, colours, rest, frames, cut);
        }
        return ShotSource.of(cut);
    }

    private boolean isPlain(MediaInfo.Video video, Colours colours, ClipTiming timing) {
        return timing.repeats() == 0
                && framing.fills(video.width(), video.height())
                && video.width() * video.height() <= MOST_PIXELS_OPEN
                && !colours.isHighDynamicRange();
    }

    /** Whether the file really has what the shot needs, by reading without decoding it. */
    private boolean isWhole(SourceAsset asset, ClipTiming timing, int frames)
            throws MediaException, InterruptedException {
        double needed = frames / (framesPerSecond * timing.slowdown());
        FFmpegBuilder command = new FFmpegBuilder()
                .setVerbosity(Verbosity.INFO)
                .addInput(asset.file())
                .setStartOffset(Math.round(timing.from() * 1000), TimeUnit.MILLISECONDS)
                .done()
                .addOutput("-")
                .setFormat("null")
                .setVideoCodec("copy")
                .setDuration(Math.round(needed * 1000), TimeUnit.MILLISECONDS)
                .addExtraArgs("-map", "0:v:0")
                .done();
        Matcher end = END.matcher(ffmpeg.measure(command, FfmpegRun.of(Duration.ofMillis(Math.round(needed * 1000)))));
        double there = 0;
        while (end.find()) {
            there = Integer.parseInt(end.group(1)) * 3600
                    + Integer.parseInt(end.group(2)) * 60
                    + Double.parseDouble(end.group(3));
        }
        return there >= needed - (double) MISSING_FRAMES_ALLOWED / framesPerSecond;
    }

    private int render(SourceAsset asset, Colours colours, ClipTiming timing, int frames, Path cut)
            throws MediaException, InterruptedException {
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput(asset.file())
                .setStartOffset(Math.round(timing.from() * 1000), TimeUnit.MILLISECONDS)
                .setStreamLoop(timing.repeats())
                .done()
                .addOutput(cut)
                .setComplexFilter("[0:v:0]" + filters(asset, colours, timing) + "[cut]")
                .setFrames(frames)
                .setVideoCodec("mpeg4")
                .setVideoPixelFormat("yuv420p")
                .addExtraArgs("-map", "[cut]", "-an", "-q:v", "2", "-qmin", "2", "-bf", "0", "-g", "15")
                .done();
        ffmpeg.run(command, FfmpegRun.of(Duration.ofMillis(1000L * frames / framesPerSecond)));
        MediaInfo info = probe.probe(cut);
        return (int) Math.round(info.durationSeconds() * framesPerSecond);
    }

    private String filters(SourceAsset asset, Colours colours, ClipTiming timing) {
        MediaInfo.Video video = asset.video();
        String rate = "fps=" + framesPerSecond;
        String slow = String.format(Locale.ROOT, "setpts=%.5f*(PTS-STARTPTS),", timing.slowdown());
        // Scaling comes before doubling frames, but after dropping them.
        boolean drops = video.framesPerSecond() / timing.slowdown() > framesPerSecond + 1;
        return slow + (drops ? rate + "," : "") + colours.assume(video.width(), video.height()) + framed(video)
                + colours.toneMapped() + ",format=yuv420p,setsar=1" + (drops ? "" : "," + rate);
    }

    private String framed(MediaInfo.Video video) {
        int width = box.width();
        int height = box.height();
        if (framing.fills(video.width(), video.height())) {
            return framing.crop() + ",scale=%d:%d:flags=bicubic:%s".formatted(width, height, Colours.CONVERT);
        }
        return framing.cropToShow()
                + ",scale=%s:flags=bicubic:%s,setsar=1,split[front][back];"
                        .formatted(framing.fitted(width, height, Framing.SHARE), Colours.CONVERT)
                + "[back]" + framing.crop() + ","
                + StillCanvas.blurred(width / BLUR_DIVISOR, height / BLUR_DIVISOR, width, height)
                + "[behind];[behind][front]overlay=(W-w)/2:(H-h)/2";
    }
}
