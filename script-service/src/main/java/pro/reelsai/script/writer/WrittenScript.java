package pro.reelsai.script.writer;

import java.math.BigDecimal;
import java.util.List;

/**
 * A script.
 *
 * @param title what the user sees in the list of scripts
 * @param content the spoken words
 * @param beats its parts in order, and what is shown with each; empty where the writer plans no pictures
 * @param provider who wrote it, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges, in US dollars
 */
public record WrittenScript(
        String title, String content, List<Beat> beats, String provider, String model, BigDecimal costUsd) {
    public WrittenScript {
        beats = List.copyOf(beats);
    }
}
