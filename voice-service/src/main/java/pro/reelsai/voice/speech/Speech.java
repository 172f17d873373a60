package pro.reelsai.voice.speech;

import java.math.BigDecimal;
import java.nio.file.Path;
import pro.reelsai.model.SpeechMarks;

/**
 * A script as it was spoken.
 *
 * @param audio the sound, in any format FFmpeg reads
 * @param marks when every word and phone is heard in it
 * @param provider who spoke, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges, in US dollars
 */
public record Speech(Path audio, SpeechMarks marks, String provider, String model, BigDecimal costUsd) {}
