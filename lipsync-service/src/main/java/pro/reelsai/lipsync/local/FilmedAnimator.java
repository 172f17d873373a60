package pro.reelsai.lipsync.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.drawing.PresenterPainter;
import pro.reelsai.lipsync.face.Face;
import pro.reelsai.lipsync.face.FaceTracker;
import pro.reelsai.lipsync.face.Matting;
import pro.reelsai.lipsync.face.MouthWarp;
import pro.reelsai.lipsync.face.Picture;
import pro.reelsai.lipsync.provider.ActorAnimator;
import pro.reelsai.lipsync.provider.AnimatedActor;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.lipsync.viseme.MouthShape;
import pro.reelsai.model.Actor;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaFailures;
import pro.reelsai.stage.StageException;

/**
 * Animates a filmed actor without a vendor: warps the mouth of the actor's own video or picture, and cuts the actor out of it
 * where that is wanted. It shows what an ad will look like; a vendor's model makes a mouth that is taken for real.
 */
@ApplicationScoped
public class FilmedAnimator implements ActorAnimator {
    /** Changes with everything that changes a picture, so that no video of an older version is taken for a new one. */
    private static final String VERSION = "filmed-preview-1";

    private static final MediaFailures FAILURES = new MediaFailures(
            FailureCode.LIPSYNC_FAILED,
            "This actor's video cannot be read. Please choose another actor.",
            "Animating the actor took too long.",
            "The actor could not be animated.");

    private final LipsyncConfig.Local config;
    private final FilmCutter cutter;
    private final Shooting shooting;

    public FilmedAnimator(LipsyncConfig config, Ffmpeg ffmpeg, MediaProbe probe, ObjectMapper json) {
        this.config = config.local();
        this.cutter = new FilmCutter(ffmpeg, probe);
        this.shooting = new Shooting(config.local(), ffmpeg, json);
    }

    @Override
    public LipsyncProvider provider() {
        return LipsyncProvider.LOCAL;
    }

    @Override
    public boolean animates(Actor actor) {
        return actor.provider() == provider() && actor.video() != null;
    }

    @Override
    public String model() {
        return FrameEncoder.model(VERSION, config);
    }

    @Override
    public AnimatedActor animate(Scene scene) throws StageException, IOException, InterruptedException {
        String detail = "Animating the actor, in preview quality";
        return shooting.shoot(scene, detail, FAILURES, (performance, delivery, camera) -> {
            Path film = scene.job().fetch(Objects.requireNonNull(scene.actor().video()));
            try (Footage footage =
                    cutter.cut(film, delivery.frames(), config.framesPerSecond(), performance.directory())) {
                camera.record(out -> warpAll(footage, scene.cutOut(), delivery, out));
            }
        });
    }

    private void warpAll(Footage footage, boolean cutOut, Delivery delivery, OutputStream out) throws IOException {
        Picture picture = Picture.empty(PresenterPainter.WIDTH, PresenterPainter.HEIGHT);
        MouthWarp warp = new MouthWarp(picture.width(), picture.height());
        Optional<Face> face = Optional.empty();
        try (FaceTracker faces = new FaceTracker(config.framesPerSecond());
                Matting matting = new Matting()) {
            for (MouthShape mouth : delivery.mouths()) {
                if (footage.next(picture)) {
                    face = faces.next(picture);
                    if (cutOut) {
                        matting.look(picture);
                    }
                }
                face.ifPresent(seen -> warp.shape(picture, seen, mouth));
                if (cutOut) {
                    matting.cutOut(picture);
                }
                out.write(picture.pixels());
            }
        }
    }
}
