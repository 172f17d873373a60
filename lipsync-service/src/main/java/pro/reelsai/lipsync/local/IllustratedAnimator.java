package pro.reelsai.lipsync.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.drawing.PresenterPainter;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.PoseTrack;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenters;
import pro.reelsai.lipsync.provider.ActorAnimator;
import pro.reelsai.lipsync.provider.AnimatedActor;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.lipsync.viseme.MouthShape;
import pro.reelsai.model.Actor;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.stage.MediaFailures;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;

/** Animates illustrated presenters: computes mouth and pose of every frame, draws them and has FFmpeg encode them. */
@ApplicationScoped
public class IllustratedAnimator implements ActorAnimator {
    /** Changes with everything that changes a picture, so that no video of an older drawing is taken for a new one. */
    private static final String DRAWING_VERSION = "illustrated-1";

    private static final MediaFailures FAILURES = new MediaFailures(
            FailureCode.LIPSYNC_FAILED,
            "The speech cannot be played.",
            "Drawing the presenter took too long.",
            "The presenter could not be drawn.");

    private final LipsyncConfig.Local config;
    private final Shooting shooting;

    public IllustratedAnimator(LipsyncConfig config, Ffmpeg ffmpeg, ObjectMapper json) {
        this.config = config.local();
        this.shooting = new Shooting(config.local(), ffmpeg, json);
    }

    @Override
    public LipsyncProvider provider() {
        return LipsyncProvider.LOCAL;
    }

    @Override
    public boolean animates(Actor actor) {
        return actor.provider() == provider() && actor.video() == null;
    }

    @Override
    public String model() {
        return FrameEncoder.model(DRAWING_VERSION, config);
    }

    @Override
    public AnimatedActor animate(Scene scene) throws StageException, IOException, InterruptedException {
        Presenter presenter = presenter(scene.actor());
        return shooting.shoot(scene, "Drawing the presenter", FAILURES, (performance, delivery, camera) -> {
            List<Pose> poses = PoseTrack.of(
                    performance.marks(),
                    delivery.loudness(),
                    delivery.frames(),
                    config.framesPerSecond(),
                    seed(performance));
            camera.record(out -> drawAll(presenter, scene.cutOut(), poses, delivery.mouths(), out));
        });
    }

    private static Presenter presenter(Actor actor) throws PermanentStageException {
        return Presenters.named(actor.identifier())
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.LIPSYNC_COULD_NOT_START,
                        "There is no illustrated presenter of that name any more. Please choose another actor."));
    }

    private static void drawAll(
            Presenter presenter, boolean cutOut, List<Pose> poses, List<MouthShape> mouths, OutputStream out)
            throws IOException {
        byte[] frame = new byte[PresenterPainter.FRAME_BYTES];
        try (PresenterPainter painter = new PresenterPainter(presenter, cutOut)) {
            for (int i = 0; i < poses.size(); i++) {
                painter.paint(poses.get(i), mouths.get(i), frame);
                out.write(frame);
            }
        }
    }

    private static long seed(Performance performance) {
        return Long.parseUnsignedLong(performance.fingerprint().value().substring(0, 16), 16);
    }
}
