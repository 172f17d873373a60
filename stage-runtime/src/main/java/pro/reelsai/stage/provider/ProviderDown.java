package pro.reelsai.stage.provider;

import java.time.Duration;

/**
 * A provider has failed so often that it is left alone; observed by whoever brings the work that needs it.
 *
 * @param provider its name in the configuration
 * @param pause for how long it is left alone
 */
public record ProviderDown(String provider, Duration pause) {}
