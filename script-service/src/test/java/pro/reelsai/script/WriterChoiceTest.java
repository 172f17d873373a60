package pro.reelsai.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.script.writer.Brief;
import pro.reelsai.script.writer.ScriptWriter;
import pro.reelsai.script.writer.WrittenScript;
import pro.reelsai.stage.StageJob;

class WriterChoiceTest {
    @ParameterizedTest
    @CsvSource({"true,,openai", "false,,local", "true,local,local", "true,openai,openai"})
    void openAiWritesWhereItsKeyIsSetUnlessToldOtherwise(boolean key, String wanted, String chosen) {
        // When
        ScriptWriter writer = WriterChoice.choose(Optional.ofNullable(wanted), writers(key));

        // Then
        assertThat(writer.name()).isEqualTo(chosen);
    }

    @Test
    void aChosenWriterWithoutItsKeyStopsTheStartAndNamesTheKey() {
        // When
        assertThatThrownBy(() -> WriterChoice.choose(Optional.of("openai"), writers(false)))
                // Then
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OPENAI_API_KEY is not set")
                .hasMessageContaining(".env");
    }

    @Test
    void anUnknownWriterStopsTheStartAndNamesTheKnownOnes() {
        // When
        assertThatThrownBy(() -> WriterChoice.choose(Optional.of("shakespeare"), writers(true)))
                // Then
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("local, openai");
    }

    private static List<ScriptWriter> writers(boolean key) {
        return List.of(
                new Named("local", Optional.empty()),
                new Named("openai", key ? Optional.empty() : Optional.of("OPENAI_API_KEY")));
    }

    private record Named(String name, Optional<String> missing) implements ScriptWriter {
        @Override
        public String version() {
            return "1";
        }

        @Override
        public WrittenScript write(Brief brief, StageJob job) {
            throw new AssertionError("Nobody asked for a script");
        }
    }
}
