package pro.reelsai.voice.speech.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pro.reelsai.stage.StageException;
import pro.reelsai.voice.text.Sentence;

/** A program that speaks sentences and tells its phone times. */
interface SpeechEngine {
    /** The engine and voice with their versions, as recorded with every speech. */
    String model();

    /** Who measured the times, such as {@code festival}. */
    String source();

    /**
     * Speaks sentences, each by itself.
     *
     * @param speed relative to the voice's natural ad pace
     * @param directory for working files
     * @return one utterance per sentence, in order
     */
    List<Utterance> speak(List<Sentence> sentences, double speed, Path directory)
            throws StageException, IOException, InterruptedException;
}
