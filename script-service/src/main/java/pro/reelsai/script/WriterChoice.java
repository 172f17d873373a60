package pro.reelsai.script;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Comparator;
import java.util.List;
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
        ScriptWriter writer = writers.stream()
                .filter(candidate -> candidate.name().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("reels.script.provider is '%s'; it has to be one of: %s"
                        .formatted(wanted.get(), names(writers))));
        writer.missing().ifPresent(key -> {
            throw new ConfigurationException(
                    "reels.script.provider is %s, but %s is not set: put the key into the environment (.env), or set REELS_SCRIPT_PROVIDER=local"
                            .formatted(writer.name(), key));
        });
        return writer;
    }

    private static String names(List<ScriptWriter> writers) {
        return writers.stream().map(ScriptWriter::name).sorted().collect(Collectors.joining(", "));
    }
}
