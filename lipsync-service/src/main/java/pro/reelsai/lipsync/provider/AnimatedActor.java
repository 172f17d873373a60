package pro.reelsai.lipsync.provider;

import java.math.BigDecimal;

/**
 * An actor has spoken; the video is where the {@link Scene} wanted it.
 *
 * @param durationSeconds how long the video plays
 * @param costUsd what the provider charges, in US dollars
 */
public record AnimatedActor(double durationSeconds, BigDecimal costUsd) implements Animation {}
