package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.Samples;

/** The runbooks of {@code docs/operations.md}. */
@ExtendWith(Suite.class)
class OperationsGuideTest {
    @Test
    void runsFromTopToBottom() throws Exception {
        // Given
        Guide guide = new Guide("operations.md");
        assertThat(guide.examples()).hasSizeGreaterThan(8);
        Path folder = Suite.folder("operations");
        Suite.writeLauncher(folder.resolve("reels"));

        // When
        guide.run(
                folder,
                Map.of(
                        "GATEWAY", Suite.gateway(),
                        "OPERATOR_TOKEN", Suite.token("service_role"),
                        "RUN", finishedRun()));

        // Then
        assertThat(Files.size(folder.resolve("first.mp3"))).isPositive();
    }

    /** One that another test has made; else one of its own. */
    private static String finishedRun() throws Exception {
        try (ApiClient operator = new ApiClient(Suite.gateway(), Suite.token("service_role"))) {
            JsonNode finished = operator.get("/api/admin/runs?state=completed&limit=20");
            for (JsonNode run : finished) {
                if (run.path("kind").asText().equals("video")) {
                    return run.path("run_id").asText();
                }
            }
        }
        Suite.makeAdInTheFrontend(
                Samples.product(), Samples.assets(Suite.folder("operations-samples")), "operated.mp4");
        return finishedRun();
    }
}
