package pro.reelsai.lipsync.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegOutputBuilder;
import pro.reelsai.lipsync.LipsyncConfig.Lengthening;
import pro.reelsai.lipsync.drawing.PresenterPainter;
import pro.reelsai.lipsync.face.Face;
import pro.reelsai.lipsync.face.FaceTracker;
import pro.reelsai.lipsync.face.Picture;
import pro.reelsai.lipsync.film.SourcePlan;
import pro.reelsai.model.FailureCode;
import pro.reelsai.runtime.media.DecodedFrames;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.PermanentStageException;

/** Makes an actor's video or picture the {@link Footage} of a speech: framed around the face, and long enough. */
final class FilmCutter {
    private static final String NO_PICTURE = "This actor's video has no picture. Please choose another actor.";
    private static final String NO_FACE =
            "No face can be found in this actor's video. It has to be a picture or a video of"
                    + " somebody who looks into the camera, whose face is at least an eighth as wide as the picture.";

    /** Where a face is looked for: the first seconds, twice a second, in a small picture. */
    private static final int LOOKS = 10;

    private static final double LOOKS_PER_SECOND = 2;
    private static final double LOOKED_AT = 640;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;

    FilmCutter(Ffmpeg ffmpeg, MediaProbe probe) {
        this.ffmpeg = ffmpeg;
        this.probe = probe;
    }

    /**
     * Cuts a film.
     *
     * @param film the actor's video or picture
     * @param frames how many frames are wanted
     * @param framesPerSecond how fast they follow on one another
     * @param directory where working files may lie
     * @throws PermanentStageException if nobody is seen
     * @throws MediaException if the film cannot be read
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    Footage cut(Path film, int frames, int framesPerSecond, Path directory)
            throws PermanentStageException, MediaException, IOException, InterruptedException {
        MediaInfo info = probe.probe(film);
        MediaInfo.Video picture = info.video().orElseThrow(() -> refused(NO_PICTURE));
        boolean still = info.isStill() || info.durationSeconds() <= 0;
        Face.Bounds face = find(film, picture, still).orElseThrow(() -> refused(NO_FACE));
        String portrait = Portrait.of(face, picture.width(), picture.height()).filter();
        if (still) {
            FFmpegBuilder command = new FFmpegBuilder().addInput(film).done();
            raw(command).setVideoFilter(portrait).setFrames(1).done();
            return new Footage(ffmpeg.decode(command, PATIENCE), true);
        }
        double seconds = (double) frames / framesPerSecond;
        SourcePlan plan = SourcePlan.of(Lengthening.BOUNCE, framed(info, picture, framesPerSecond), seconds);
        Path cycle = cycle(film, seconds, plan.filter("fps=" + framesPerSecond + "," + portrait), directory);
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput(cycle)
                .addExtraArgs("-stream_loop", "-1")
                .done();
        raw(command).setFrames(frames).done();
        return new Footage(ffmpeg.decode(command, FfmpegRun.of(millis(seconds)).timeout()), false);
    }

    private Optional<Face.Bounds> find(Path film, MediaInfo.Video picture, boolean still)
            throws MediaException, IOException {
        double zoom = LOOKED_AT / Math.max(picture.width(), picture.height());
        Picture small = Picture.empty((int) Math.max(2, Math.round(picture.width() * zoom)), (int)
                Math.max(2, Math.round(picture.height() * zoom)));
        FFmpegBuilder command = new FFmpegBuilder().addInput(film).done();
        raw(command)
                .setVideoFilter("%sscale=%d:%d".formatted(still ? "" : "fps=2,", small.width(), small.height()))
                .setFrames(still ? 1 : LOOKS)
                .done();
        try (DecodedFrames looks = ffmpeg.decode(command, PATIENCE);
                FaceTracker tracker = new FaceTracker(LOOKS_PER_SECOND)) {
            while (looks.next(small.pixels())) {
                Optional<Face> face = tracker.next(small);
                if (face.isPresent()) {
                    return face.map(found -> found.bounds().times(1 / zoom));
                }
            }
            return Optional.empty();
        }
    }

    /** Framed once, and for a film that is too short turned round at its end, so that it can be read again and again. */
    private Path cycle(Path film, double seconds, String filter, Path directory)
            throws MediaException, InterruptedException {
        Path cycle = directory.resolve("actor_cycle.mp4");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(film)
                        .addExtraArgs("-t", Double.toString(seconds))
                        .done()
                        .setComplexFilter(filter)
                        .addOutput(cycle)
                        .addExtraArgs("-map", "[film]", "-map_metadata", "-1", "-bf", "0", "-pix_fmt", "yuv420p")
                        .setVideoCodec("libx264")
                        .setPreset("ultrafast")
                        .setConstantRateFactor(12)
                        .done(),
                FfmpegRun.of(millis(2 * seconds)));
        return cycle;
    }

    /** The film as it will be, by which it is decided whether it fits into memory. */
    private static MediaInfo framed(MediaInfo info, MediaInfo.Video picture, int framesPerSecond) {
        MediaInfo.Video framed = new MediaInfo.Video(
                picture.codec(),
                picture.profile(),
                PresenterPainter.WIDTH,
                PresenterPainter.HEIGHT,
                framesPerSecond,
                picture.pixelFormat(),
                0);
        return new MediaInfo(info.format(), info.durationSeconds(), Optional.of(framed), Optional.empty());
    }

    private static FFmpegOutputBuilder raw(FFmpegBuilder command) {
        return command.addStdoutOutput().setFormat("rawvideo").addExtraArgs("-pix_fmt", "bgra", "-an");
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static PermanentStageException refused(String why) {
        return new PermanentStageException(FailureCode.LIPSYNC_COULD_NOT_START, why);
    }
}
