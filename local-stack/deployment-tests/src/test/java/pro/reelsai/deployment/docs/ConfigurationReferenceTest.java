package pro.reelsai.deployment.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import pro.reelsai.deployment.repository.ConfigurationKey;
import pro.reelsai.deployment.repository.ConfigurationSource;
import pro.reelsai.deployment.repository.Repository;

/** {@code docs/configuration.md} is what the code says. */
class ConfigurationReferenceTest {
    private static final String FILE = "docs/configuration.md";

    @Test
    void isUpToDate() throws IOException {
        // When
        String markdown = ConfigurationReference.markdown();
        if (Boolean.getBoolean("reels.update")) {
            Files.writeString(Repository.path(FILE), markdown);
        }

        // Then
        assertThat(Repository.read(FILE))
                .as("write it anew: ./mvnw test -pl local-stack/deployment-tests -am -Dreels.update=true")
                .isEqualTo(markdown);
    }

    @Test
    void explainsEveryKey() {
        assertThat(ConfigurationSource.keys())
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(key.meaning()).as(key.name()).isNotEmpty());
    }

    @Test
    void knowsTheKeysByTheirNames() {
        assertThat(ConfigurationSource.keys())
                .extracting(ConfigurationKey::name)
                .contains(
                        "reels.stage.drain",
                        "reels.stage.retry.most-after-fault",
                        "reels.edge.shutdown.delay",
                        "reels.lipsync.replicate.models.{name}.usd-per-second")
                .doesNotHaveDuplicates();
    }
}
