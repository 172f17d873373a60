package pro.reelsai.local.stack;

import org.jspecify.annotations.Nullable;

/**
 * A part at a moment.
 *
 * @param name its name
 * @param pid its process id, null where it does not run
 * @param port the port it listens on, or would
 * @param state what it is doing
 * @param restarts how often it was started again after it had died
 */
public record PartStatus(String name, @Nullable Long pid, int port, PartState state, int restarts) {}
