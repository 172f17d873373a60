package pro.reelsai.editing.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.editing.timeline.Box;
import pro.reelsai.editing.timeline.ClipTiming;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;

/**
 * Readies the part of a clip that a shot shows: turned, cropped, scaled, converted, at the ad's frame rate and speed. One
 * clip at a time, so that only one decoder of a large clip is in memory, and a damaged clip is known by its name.
 */
final class ClipCut {
    private static final int BLUR_DIVISOR = 8;
    private static final int MISSING_FRAMES_ALLOWED = 3;

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
     * Cuts a clip. A clip that turns out shorter than its container says (truncated, or without a duration) is filled up
     * from what there is.
     *
     * @param frames how many frames the shot needs
     * @param cut where the result goes
     * @throws MediaException if nothing of the clip can be decoded
     * @throws InterruptedException if the stage should stop
     */
    void prepare(SourceAsset asset, ClipTiming timing, int frames, Path cut)
            throws MediaException, InterruptedException {
        Colours colours = Colours.of(asset.file(), ffmpeg);
        int made = render(asset, colours, timing, frames, cut);
        if (made < frames - MISSING_FRAMES_ALLOWED) {
            double there = timing.from() + made / (framesPerSecond * timing.slowdown() * (timing.repeats() + 1));
            ClipTiming rest = ClipTiming.fill(there, (double) frames / framesPerSecond, 0);
            render(asset, colours, rest, frames, cut);
        }
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
