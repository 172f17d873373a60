package pro.reelsai.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a run's history, as {@code GET /api/admin/runs/{run_id}/events} tells it, in columns. */
public final class EventTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final String REQUESTED = "requested";

    private final ZoneId zone;

    /**
     * @param zone of the times that are printed
     */
    public EventTable(ZoneId zone) {
        this.zone = zone;
    }

    /** Prints every event with the time since the one before, then how long each stage took. */
    public void print(JsonNode history, PrintWriter out) {
        List<Line> lines = lines(history);
        out.printf("run %s, %d events%n%n", history.path("run_id").asText(), lines.size());
        out.printf(
                "%-12s  %10s  %-8s %3s  %-14s %-34s %s%n", "TIME", "LAG", "STAGE", "TRY", "EVENT", "RECORD", "DETAIL");
        for (Line line : lines) {
            String row = String.format(
                    Locale.ROOT,
                    "%-12s  %8.3f s  %-8s %3s  %-14s %-34s %s",
                    TIME.format(line.at().atZone(zone)),
                    line.lag() / 1000.0,
                    line.stage(),
                    line.attempt(),
                    line.what(),
                    line.record(),
                    line.detail());
            out.println(row.stripTrailing());
        }
        printDurations(lines, out);
        if (!history.path("complete").asBoolean()) {
            out.println();
            out.println("Kafka was not read to its end in time: there may be more.");
        }
    }

    /** A stage takes from its request to the event that ends it; what it waited for beside its work is part of that. */
    private static void printDurations(List<Line> lines, PrintWriter out) {
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            Line asked = lines.get(i);
            boolean first = lines.stream()
                            .filter(line -> line.isSameRequest(asked))
                            .findFirst()
                            .orElse(asked)
                    == asked;
            if (!asked.what().equals(REQUESTED) || !first) {
                continue;
            }
            Line end = end(asked, lines.subList(i + 1, lines.size()));
            if (!headed) {
                out.println();
                headed = true;
            }
            out.printf(
                    "%-8s try %s  %s%n",
                    asked.stage(),
                    asked.attempt(),
                    end == null
                            ? "not ended"
                            : String.format(
                                    Locale.ROOT,
                                    "%8.3f s  %s",
                                    (end.at().toEpochMilli() - asked.at().toEpochMilli()) / 1000.0,
                                    end.what().equals(REQUESTED) ? "done" : end.what()));
        }
    }

    private static @Nullable Line end(Line asked, List<Line> later) {
        return later.stream()
                .filter(line -> line.attempt().equals(asked.attempt()))
                .filter(line -> line.what().equals(REQUESTED) && !line.stage().equals(asked.stage())
                        || line.stage().equals(asked.stage())
                                && List.of("completed", "failed", "generated", "cancelled")
                                        .contains(line.what()))
                .findFirst()
                .orElse(null);
    }

    private static List<Line> lines(JsonNode history) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode event : history.path("events")) {
            // <run>:<stage>:<attempt>:<outcome>
            String[] id = event.path("id").asText("").split(":", 4);
            boolean ours = id.length == 4;
            lines.add(new Line(
                    Instant.parse(event.path("at").asText()),
                    event.path("lag_ms").asLong(),
                    ours ? id[1] : "?",
                    ours ? id[2] : "?",
                    ours ? id[3].replaceFirst("^progress-.*", "progress") : "unreadable",
                    "%s-%s@%s"
                            .formatted(
                                    event.path("topic").asText().replaceFirst("^reels\\.", ""),
                                    event.path("partition").asText(),
                                    event.path("offset").asText()),
                    detail(event)));
        }
        return lines;
    }

    private static String detail(JsonNode event) {
        JsonNode value = event.path("event");
        if (event.path("topic").asText().endsWith(".dlq")) {
            return "dead letter";
        }
        if (value.has("percent")) {
            return "%3d %%  %s"
                    .formatted(
                            value.path("percent").asInt(), value.path("detail").asText(""));
        }
        if (value.has("code")) {
            return value.path("code").asText() + ": " + value.path("message").asText();
        }
        return value.path("shadow").isObject() ? "in the shadow" : "";
    }

    private record Line(Instant at, long lag, String stage, String attempt, String what, String record, String detail) {
        boolean isSameRequest(Line other) {
            return stage.equals(other.stage) && attempt.equals(other.attempt) && what.equals(other.what);
        }
    }
}
