package pro.reelsai.lipsync.local;

import java.nio.file.Path;
import java.util.function.IntConsumer;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.SpeechMarks;

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
        IntConsumer percent) {}
