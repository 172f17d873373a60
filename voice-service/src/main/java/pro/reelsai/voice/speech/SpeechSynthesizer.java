package pro.reelsai.voice.speech;

import java.io.IOException;
import java.util.Optional;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.stage.StageException;

/** Somebody who speaks scripts. One bean per provider. */
public interface SpeechSynthesizer {
    /** Whose voices this speaks with. */
    TtsProvider provider();

    /** All that changes how the same script sounds: models, versions, settings. */
    String settings();

    /** The environment variable without which these voices cannot be had; empty where nothing is missing. */
    Optional<String> missing();

    /**
     * Speaks a script.
     *
     * @param order what to speak, with a voice of {@link #provider()}
     * @return the speech, unmastered
     * @throws StageException if the script cannot be spoken or the voice is not to be had
     * @throws IOException if the disk fails
     * @throws InterruptedException if the caller is interrupted; no process is left behind
     */
    Speech speak(SpeechOrder order) throws StageException, IOException, InterruptedException;
}
