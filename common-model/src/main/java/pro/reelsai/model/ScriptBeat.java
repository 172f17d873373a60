package pro.reelsai.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a script, and what is seen while it is spoken.
 *
 * @param spoken its words, as they stand in the script
 * @param asset the asset that is shown meanwhile; null for the presenter alone
 */
public record ScriptBeat(String spoken, @Nullable UUID asset) {}
