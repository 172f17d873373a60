package pro.reelsai.voice.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlignerReflectionTest {
    private static final Pattern TYPE = Pattern.compile("type=\"([\\w.]+)\"");

    @Test
    void namesEveryComponentOfTheConfigurationAndOnlyClassesThatExist() throws Exception {
        // Given
        String[] registered = AlignerReflection.class
                .getAnnotation(RegisterForReflection.class)
                .classNames();

        // When
        List<String> components;
        try (InputStream in =
                Objects.requireNonNull(AlignerReflection.class.getResourceAsStream("aligner.config.xml"))) {
            components = TYPE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }

        // Then
        assertThat(registered).containsAll(components);
        for (String name : registered) {
            assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
        }
    }
}
