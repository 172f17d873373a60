package pro.reelsai.lipsync.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.provider.AnimatedActor;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FrameWriter;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.stage.MediaFailures;
import pro.reelsai.stage.StageException;

/** How a video of an actor is made on this machine, whatever is in its frames: listen to the speech, then encode frame by frame. */
final class Shooting {
    private final LipsyncConfig.Local config;
    private final Ffmpeg ffmpeg;
    private final ObjectMapper json;

    Shooting(LipsyncConfig.Local config, Ffmpeg ffmpeg, ObjectMapper json) {
        this.config = config;
        this.ffmpeg = ffmpeg;
        this.json = json;
    }

    /**
     * Makes a scene's video.
     *
     * @param detail what the user is told meanwhile
     * @param failures what the user is told where it fails
     * @throws StageException if the actor cannot be animated
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    AnimatedActor shoot(Scene scene, String detail, MediaFailures failures, Take take)
            throws StageException, IOException, InterruptedException {
        Performance performance = Performance.of(scene, json, detail);
        try {
            Delivery delivery = Delivery.of(performance, ffmpeg, config);
            FrameEncoder encoder = new FrameEncoder(ffmpeg, config);
            take.play(
                    performance,
                    delivery,
                    frames -> encoder.encode(delivery.frames(), performance, scene.cutOut(), frames));
            return new AnimatedActor((double) delivery.frames() / config.framesPerSecond(), BigDecimal.ZERO);
        } catch (MediaException e) {
            throw failures.explain(e);
        }
    }

    /** Readies what the frames are made of, and has the camera record them. */
    interface Take {
        void play(Performance performance, Delivery delivery, Camera camera)
                throws StageException, MediaException, IOException, InterruptedException;
    }

    /** Records every frame of a delivery. */
    interface Camera {
        void record(FrameWriter frames) throws MediaException, InterruptedException;
    }
}
