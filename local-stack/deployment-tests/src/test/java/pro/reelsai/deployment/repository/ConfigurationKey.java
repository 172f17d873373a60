package pro.reelsai.deployment.repository;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key of a {@code @ConfigMapping}.
 *
 * @param name the whole key; a part that is free is in braces: {@code reels.provider.{name}.timeout}
 * @param type its Java type as it is written
 * @param defaultText its default as it is written; null where there is none
 * @param meaning the Javadoc, as one line of Markdown
 * @param module who declares it
 */
public record ConfigurationKey(
        String name, String type, @Nullable String defaultText, String meaning, String module) {

    /** The default, where there is one. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultText);
    }

    /** Whether nothing has to be set. */
    public boolean isOptional() {
        return defaultText != null || type.startsWith("Optional") || name.endsWith("{name}");
    }
}
