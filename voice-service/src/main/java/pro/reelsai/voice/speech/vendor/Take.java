package pro.reelsai.voice.speech.vendor;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.reelsai.voice.timing.Span;

/**
 * A chunk as a vendor spoke it.
 *
 * @param sound in whatever format the vendor sends
 * @param fileName what the sound would be called, for its ending
 * @param tokens when each run of non-spaces of the chunk's text is heard; null where the vendor does not say
 * @param costUsd what it costs, in US dollars
 */
public record Take(byte[] sound, String fileName, @Nullable List<Span> tokens, BigDecimal costUsd) {}
