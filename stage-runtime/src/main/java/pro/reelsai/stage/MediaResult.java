package pro.reelsai.stage;

import java.math.BigDecimal;
import java.util.List;

/**
 * Files that a stage made.
 *
 * @param files the files; each goes into the bucket under its file name
 * @param durationSeconds how long the sound or picture lasts
 * @param provider who made it, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges, in US dollars
 */
public record MediaResult(
        List<ProducedFile> files, double durationSeconds, String provider, String model, BigDecimal costUsd)
        implements StageResult {
    public MediaResult {
        files = List.copyOf(files);
    }
}
