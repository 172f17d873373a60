package pro.reelsai.model.event;

import java.util.UUID;

/**
 * Marks a request that repeats a past one in the shadow: the stage works, but its output lies apart, nothing follows from it
 * and no user hears of it.
 *
 * @param replayOf the run whose request is repeated
 * @param paidCalls whether providers may be paid for it; where not, what they have answered before is all there is
 */
public record Shadow(UUID replayOf, boolean paidCalls) {}
