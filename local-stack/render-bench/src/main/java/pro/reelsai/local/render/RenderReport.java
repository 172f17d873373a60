package pro.reelsai.local.render;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import pro.reelsai.local.render.AdPipeline.Rendering;

/**
 * What was measured.
 *
 * @param limit decoding and encoding the finished ad of the two services
 * @param services both stages with a composite between them
 * @param serviceParts where they have spent it
 * @param onePass both stages, drawn in one pass
 * @param onePassParts where they have spent it
 */
record RenderReport(Cost limit, Rendering services, Breakdown serviceParts, Rendering onePass, Breakdown onePassParts) {
    /** The report as JSON's names and values. */
    Map<String, Object> values() throws IOException {
        Cost two = services.both();
        Cost one = onePass.both();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("limit_cpu_s", round(limit.cpuSeconds()));
        values.put("limit_wall_s", round(limit.wallSeconds()));
        values.put("two_services_cpu_s", round(two.cpuSeconds()));
        values.put("ratio_two_services", round(ratio(two)));
        values.put("one_pass_cpu_s", round(one.cpuSeconds()));
        values.put("ratio_one_pass", round(ratio(one)));
        values.put("rss_mib", Math.max(two.childrenMebibytes(), one.childrenMebibytes()));
        values.put("wall_s", round(two.wallSeconds()));
        values.put("wall_per_cpu", round(two.wallSeconds() / two.cpuSeconds()));
        values.put("one_pass_wall_s", round(one.wallSeconds()));
        values.put("one_pass_wall_per_cpu", round(one.wallSeconds() / one.cpuSeconds()));
        values.put("two_services_rss_mib", two.childrenMebibytes());
        values.put("one_pass_rss_mib", one.childrenMebibytes());
        values.put("editing_cpu_s", round(services.editing().cpuSeconds()));
        values.put("caption_cpu_s", round(services.captions().cpuSeconds()));
        values.put("two_services_parts_cpu_s", serviceParts.named());
        values.put("one_pass_parts_cpu_s", onePassParts.named());
        values.put("composite_bytes", Files.size(services.between()));
        values.put("ad_bytes", Files.size(services.ad()));
        values.put("processors", Runtime.getRuntime().availableProcessors());
        values.put("measured_at", Instant.now().toString());
        return values;
    }

    /** Prints the report as tables. */
    void print(PrintStream out) {
        out.printf("%n%-34s %8s %8s %10s %8s%n", "", "CPU s", "WALL s", "FFMPEG MiB", "x LIMIT");
        row(out, "limit: decode and encode the ad", limit);
        row(out, "editing", services.editing());
        row(out, "captions and delivery", services.captions());
        row(out, "both, as two services", services.both());
        row(out, "both, in one pass", onePass.both());
        out.printf("%n%-34s %8s %8s%n", "where it goes, CPU s", "TWO", "ONE");
        Map<String, Double> one = onePassParts.named();
        serviceParts
                .named()
                .forEach((name, seconds) -> out.printf("%-34s %8.1f %8.1f%n", name, seconds, one.get(name)));
        out.println();
    }

    private void row(PrintStream out, String name, Cost cost) {
        out.printf(
                "%-34s %8.1f %8.1f %10d %8.2f%n",
                name, cost.cpuSeconds(), cost.wallSeconds(), cost.childrenMebibytes(), ratio(cost));
    }

    private double ratio(Cost cost) {
        return cost.cpuSeconds() / limit.cpuSeconds();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
