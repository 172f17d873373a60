package pro.reelsai.local.capacity;

import java.util.List;

/**
 * What was seen in a {@link Simulation}.
 *
 * @param ads how long ads took, from the request to the finished ad
 * @param stages each stage
 */
public record SimulatedDays(Spread ads, List<SimulatedStage> stages) {}
