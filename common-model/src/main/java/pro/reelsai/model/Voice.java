package pro.reelsai.model;

import java.util.UUID;

/**
 * A voice.
 *
 * @param id the voice
 * @param name what the user sees
 * @param provider who speaks
 * @param identifier the provider's name for the voice; letters, digits, {@code _} and {@code -}
 */
public record Voice(UUID id, String name, TtsProvider provider, String identifier) {}
