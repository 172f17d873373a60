package pro.reelsai.voice.speech;

import java.nio.file.Path;
import java.util.Locale;
import pro.reelsai.model.Voice;
import pro.reelsai.stage.StageJob;

/**
 * What is to be spoken.
 *
 * @param script what the user wrote
 * @param language its language
 * @param voice who speaks
 * @param directory an empty directory for working files; the audio is left there
 * @param job for whom
 */
public record SpeechOrder(String script, Locale language, Voice voice, Path directory, StageJob job) {}
