package pro.reelsai.rendering.timeline;

import pro.reelsai.model.AssetType;

/**
 * An asset as the planner sees it.
 *
 * @param type still picture or clip
 * @param seconds how long a clip plays; 0 for a still, and for a clip that does not say
 */
public record Footage(AssetType type, double seconds) {}
