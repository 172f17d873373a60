package pro.reelsai.deployment.repository;

import java.util.Locale;

/** How MicroProfile Config finds a key in the environment. */
public final class EnvironmentNames {
    private EnvironmentNames() {}

    /** {@code reels.stage.drain} is {@code REELS_STAGE_DRAIN}. */
    public static String of(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
