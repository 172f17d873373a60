package pro.reelsai.lipsync.provider;

import java.nio.file.Path;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.StoredObject;
import pro.reelsai.stage.StageJob;

/**
 * What an actor should say, and where the video goes.
 *
 * @param job the stage's job
 * @param actor who speaks
 * @param speech the speech, an mp3 in the bucket
 * @param words when its words and phones are heard: {@link pro.reelsai.model.SpeechMarks} as JSON in the bucket
 * @param seconds how long the speech lasts
 * @param cutOut whether the actor stands before nothing; the video then has the opacity in its lower half
 * @param fingerprint names the video by all that it is made of
 * @param video where the video goes, a local file
 */
public record Scene(
        StageJob job,
        Actor actor,
        StoredObject speech,
        StoredObject words,
        double seconds,
        boolean cutOut,
        Fingerprint fingerprint,
        Path video) {}
