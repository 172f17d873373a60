package pro.reelsai.model;

import java.util.UUID;

/**
 * A script as it is spoken.
 *
 * @param id the script
 * @param title what the user sees in the list of scripts
 * @param content the spoken words
 */
public record Script(UUID id, String title, String content) {}
