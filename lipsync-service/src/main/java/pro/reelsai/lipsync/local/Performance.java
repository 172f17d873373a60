package pro.reelsai.lipsync.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;

/**
 * What an actor should perform.
 *
 * @param actor who speaks
 * @param speech the speech, a local mp3 file
 * @param marks when its words and phones are heard
 * @param fingerprint what chance movements are drawn from, so that the same inputs give the same video
 * @param directory where working files may lie
 * @param video where the video goes
 * @param percent told how much is done, 0 to 100
 */
record Performance(
        Actor actor,
        Path speech,
        SpeechMarks marks,
        Fingerprint fingerprint,
        Path directory,
        Path video,
        IntConsumer percent) {
    /**
     * Fetches what a scene needs.
     *
     * @param detail what the user is told meanwhile
     * @throws StageException if the speech cannot be fetched
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    static Performance of(Scene scene, ObjectMapper json, String detail)
            throws StageException, IOException, InterruptedException {
        StageJob job = scene.job();
        return new Performance(
                scene.actor(),
                job.fetch(scene.speech()),
                json.readValue(job.fetch(scene.words()).toFile(), SpeechMarks.class),
                scene.fingerprint(),
                job.directory(),
                scene.video(),
                percent -> job.progress(percent, detail));
    }
}
