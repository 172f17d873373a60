package pro.reelsai.script;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pro.reelsai.script.writer.ScriptWriter;

/** Chooses who writes. */
final class WriterChoice {
    private static final String LOCAL = "local";

    private WriterChoice() {}

    /**
     * The writer that was asked for, or else the first one whose key is set, or else the local one.
     *
     * @throws ConfigurationException if there is no such writer, or its key is missing
     */
    static ScriptWriter choose(Optional<String> wanted, List<ScriptWriter> writers) {
        if (wanted.isEmpty()) {
            return writers.stream()
                    .filter(writer -> writer.missing().isEmpty())
                    .min(Comparator.comparing(writer -> writer.name().equals(LOCAL)))
                    .orElseThrow();
        }
        return named("reels.script.provider", wanted.get(), writers);
    }

    /**
     * The writer who stands in for the chosen one, if there should be one.
     *
     * @throws ConfigurationException if there is no such writer, or its key is missing
     */
    static Optional<ScriptWriter> fallback(Optional<String> wanted, List<ScriptWriter> writers) {
        return wanted.map(name -> named("reels.script.fallback", name, writers));
    }

    private static ScriptWriter named(String setting, String name, List<ScriptWriter> writers) {
        ScriptWriter writer = writers.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "%s is '%s'; it has to be one of: %s".formatted(setting, name, names(writers))));
        writer.missing().ifPresent(key -> {
            throw new ConfigurationException(
                    "%s is %s, but %s is not set: put the key into the environment (.env), or set %s=local"
                            .formatted(
                                    setting,
                                    name,
                                    key,
                                    setting.toUpperCase(Locale.ROOT).replace('.', '_')));
        });
        return writer;
    }

    private static String names(List<ScriptWriter> writers) {
        return writers.stream().map(ScriptWriter::name).sorted().collect(Collectors.joining(", "));
    }
}
