package pro.reelsai.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pro.reelsai.local.cli.MemoryWatch.MemoryUse;
import pro.reelsai.local.demo.AdMaker.FinishedAd;
import pro.reelsai.local.demo.StatusReport.StageReport;

/**
 * What was measured while an ad was made.
 *
 * @param ad the ad
 * @param memory what every part held
 */
record AdBenchmark(FinishedAd ad, List<MemoryUse> memory) {
    void print(PrintWriter out) {
        out.printf("%n%-10s %8s%n", "STAGE", "SECONDS");
        for (StageReport stage : ad.report().stages()) {
            out.printf("%-10s %8.1f%n", stage.stage(), seconds(stage));
        }
        out.printf("%-10s %8.1f%n", "in all", ad.elapsed().toMillis() / 1000.0);
        out.printf("%n%-10s %10s %10s %14s%n", "PART", "IDLE MiB", "PEAK MiB", "CHILDREN MiB");
        for (MemoryUse use : memory) {
            out.printf("%-10s %10d %10d %14d%n", use.part(), use.idle(), use.peak(), use.childrenPeak());
        }
        out.flush();
    }

    void write(Path file) throws IOException {
        List<Map<String, Object>> stages = new ArrayList<>();
        for (StageReport stage : ad.report().stages()) {
            stages.add(Map.of("stage", stage.stage(), "seconds", seconds(stage)));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seconds", ad.elapsed().toMillis() / 1000.0);
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("measured_at", Instant.now().toString());
        json.put("stages", stages);
        json.put("memory_mib", memory);
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }

    private static double seconds(StageReport stage) {
        return stage.elapsed(Instant.now()).toMillis() / 1000.0;
    }
}
