package pro.reelsai.voice.timing;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import pro.reelsai.stage.StageException;
import pro.reelsai.voice.speech.SpeechOrder;

/** Somebody who listens and says when words are heard. */
public interface Transcriber {
    /** Whether there is anybody to ask. */
    boolean isAvailable();

    /**
     * Listens.
     *
     * @param order whose speech it is
     * @param recording the sound
     * @throws StageException if nobody answers
     * @throws IOException if the disk or the bucket fails
     * @throws InterruptedException if the stage should stop
     */
    Transcript listen(SpeechOrder order, Recording recording) throws StageException, IOException, InterruptedException;

    /**
     * What was heard.
     *
     * @param words in order, normalised as spoken words are
     * @param costUsd what it costs, in US dollars
     */
    record Transcript(List<TextAlignment.Heard> words, BigDecimal costUsd) {
        public Transcript {
            words = List.copyOf(words);
        }
    }
}
