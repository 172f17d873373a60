package pro.reelsai.voice.speech;

import java.io.IOException;
import java.nio.file.Path;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.Voice;
import pro.reelsai.stage.StageException;

/** Somebody who speaks scripts. One bean per provider. */
public interface SpeechSynthesizer {
    /** Whose voices this speaks with. */
    TtsProvider provider();

    /**
     * Speaks a script.
     *
     * @param script what the user wrote
     * @param voice a voice of {@link #provider()}
     * @param directory an empty directory for working files; the audio is left there
     * @return the speech, unmastered
     * @throws StageException if the script cannot be spoken or the voice is not to be had
     * @throws IOException if the disk fails
     * @throws InterruptedException if the caller is interrupted; no process is left behind
     */
    Speech speak(String script, Voice voice, Path directory) throws StageException, IOException, InterruptedException;
}
