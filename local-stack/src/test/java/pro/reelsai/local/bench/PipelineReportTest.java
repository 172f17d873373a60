package pro.reelsai.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.local.bench.HopTimes.Span;
import pro.reelsai.model.Stage;

class PipelineReportTest {
    private static final Map<String, Long> MEMORY = Map.of("gateway", 300L, "voice", 200L);

    @TempDir
    Path folder;

    @Test
    void writesWhatWasMeasuredAsJson() throws Exception {
        // Given
        PipelineReport report = report(new PipelineRuns.Balance(10_000, 9_998, 1));

        // When
        Path file = folder.resolve("bench/pipeline.json");
        report.write(file);

        // Then
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("runs_per_second").asDouble()).isEqualTo(85);
        assertThat(json.path("hop_p50_ms").asDouble()).isEqualTo(7);
        assertThat(json.path("hop_p99_ms").asDouble()).isEqualTo(40);
        assertThat(json.path("pipeline_p50_ms").asDouble()).isEqualTo(55);
        assertThat(json.path("cpu_ms_per_run").asDouble()).isEqualTo(24);
        assertThat(json.path("lost").asLong()).isEqualTo(1);
        assertThat(json.path("rss_mib").path("voice").asLong()).isEqualTo(200);
        assertThat(json.path("machine").path("processors").asInt()).isPositive();
        assertThat(json.path("calm").path("stages").path("VOICE").path("median").asDouble())
                .isEqualTo(7);
    }

    @Test
    void saysWhichGoalsAreMissed() {
        // Given
        StringWriter printed = new StringWriter();

        // When
        report(new PipelineRuns.Balance(100, 100, 0)).printFoot(new PrintWriter(printed));

        // Then
        assertThat(printed.toString().lines())
                .anyMatch(line -> line.matches("A hop takes 8 ms or less \\(median\\) +met"))
                .anyMatch(line -> line.matches("A hop takes 30 ms or less \\(99 in 100\\) +not met"))
                .anyMatch(line -> line.matches("Nothing is lost +met"));
    }

    private static PipelineReport report(PipelineRuns.Balance balance) {
        Span hop = new Span(7, 40);
        HopTimes times = new HopTimes(300, Map.of(Stage.VOICE, hop), hop, new Span(55, 90));
        PipelineRuns.Burst slow = new PipelineRuns.Burst(1_000, 60, Map.of("gateway", 24_000.0, "load", 5_000.0), 0.05);
        PipelineRuns.Burst fast = new PipelineRuns.Burst(1_000, 90, Map.of("gateway", 23_000.0, "load", 5_000.0), 0.05);
        return new PipelineReport(
                new Machine(2, "", 4096, "Linux", "25"),
                times,
                List.of(new PipelineReport.Growth(100, slow, times, MEMORY)),
                List.of(
                        new PipelineReport.Sustained(1, 57, slow, new PipelineRuns.Steady(3, times), MEMORY),
                        new PipelineReport.Sustained(2, 85, fast, new PipelineRuns.Steady(3, times), MEMORY)),
                List.of(),
                balance);
    }
}
