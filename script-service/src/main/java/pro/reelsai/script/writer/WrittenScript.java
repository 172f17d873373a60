package pro.reelsai.script.writer;

import java.math.BigDecimal;

/**
 * A script.
 *
 * @param title what the user sees in the list of scripts
 * @param content the spoken words
 * @param provider who wrote it, such as {@code local}
 * @param model the provider's model and version
 * @param costUsd what the provider charges, in US dollars
 */
public record WrittenScript(String title, String content, String provider, String model, BigDecimal costUsd) {}
