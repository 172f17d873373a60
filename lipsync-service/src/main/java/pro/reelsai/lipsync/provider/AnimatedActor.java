package pro.reelsai.lipsync.provider;

import java.math.BigDecimal;

/**
 * What came of a {@link Performance}; the video is where the performance wanted it.
 *
 * @param durationSeconds how long the video plays
 * @param costUsd what the provider charges, in US dollars
 */
public record AnimatedActor(double durationSeconds, BigDecimal costUsd) {}
