package pro.reelsai.lipsync.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a native executable has to be told of Skija: its library looks classes up by name, which no compiler sees. */
class NativeDeclarationsTest {
    private static final String LIBRARY = "/io/github/humbleui/skija/linux/x64/libskija.so";
    private static final String DECLARATIONS = "/META-INF/native-image/pro.reelsai/lipsync-service/jni-config.json";

    /** A text of its own in the library, between two zero bytes or after a descriptor's length. */
    private static final Pattern NAME = Pattern.compile("((?:io/github/humbleui|java)/[A-Za-z0-9_/$]+)\0");

    @Test
    void declaresEveryClassThatTheLibraryLooksFor() throws Exception {
        // Given
        String library = new String(bytes(LIBRARY), StandardCharsets.ISO_8859_1);
        List<JsonNode> declarations =
                new ObjectMapper().readTree(bytes(DECLARATIONS)).valueStream().toList();

        // When
        List<String> wanted = NAME.matcher(library)
                .results()
                .map(match -> match.group(1).replace('/', '.'))
                .distinct()
                .toList();

        // Then
        assertThat(declarations)
                .extracting(declaration -> declaration.path("name").asText())
                .doesNotHaveDuplicates()
                .containsAll(wanted);
        assertThat(wanted).hasSizeGreaterThan(50);
    }

    @Test
    void declaresOnlyClassesThatExistWithAllTheirMembers() throws Exception {
        for (JsonNode declaration : new ObjectMapper().readTree(bytes(DECLARATIONS))) {
            assertThat(Class.forName(
                            declaration.path("name").asText(), false, getClass().getClassLoader()))
                    .isNotNull();
            assertThat(declaration.properties().stream()
                            .filter(member -> member.getValue().asBoolean())
                            .map(member -> member.getKey())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields");
        }
    }

    private static byte[] bytes(String resource) throws Exception {
        try (InputStream in = Objects.requireNonNull(NativeDeclarationsTest.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        }
    }
}
