package pro.reelsai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an ad is, as {@code GET …/status} tells it.
 *
 * @param status the project's status
 * @param message the same in words
 * @param percent of the whole, 0 to 100
 * @param stages the stages in their order
 */
public record StatusReport(String status, String message, int percent, List<StageReport> stages) {
    /**
     * One stage.
     *
     * @param stage its name
     * @param state such as {@code running}
     * @param percent 0 to 100
     * @param startedAt when it began
     * @param finishedAt when it ended
     * @param detail what it does, or why it failed
     */
    public record StageReport(
            String stage,
            String state,
            int percent,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String detail) {
        /** How long it has taken so far; zero before it began. */
        public Duration elapsed(Instant now) {
            return startedAt == null
                    ? Duration.ZERO
                    : Duration.between(startedAt, finishedAt == null ? now : finishedAt);
        }
    }

    /** Reads a report; an operator's view of a run has the same stages. */
    public static StatusReport of(JsonNode json) {
        List<StageReport> stages = new ArrayList<>();
        for (JsonNode stage : json.path("stages")) {
            stages.add(new StageReport(
                    stage.path("stage").asText(),
                    stage.path("state").asText(),
                    stage.path("percent").asInt(),
                    instant(stage.path("started_at")),
                    instant(stage.path("finished_at")),
                    stage.path("detail").asText(null)));
        }
        return new StatusReport(
                json.path("status").asText(),
                json.path("message").asText(),
                json.path("percent").asInt(),
                stages);
    }

    private static @Nullable Instant instant(JsonNode json) {
        return json.isTextual() ? Instant.parse(json.asText()) : null;
    }

    /** Whether the ad can be fetched. */
    public boolean isCompleted() {
        return status.equals("completed");
    }

    /** Whether nothing will come of it. */
    public boolean isFailed() {
        return status.endsWith("failed") || status.endsWith("cancelled") || status.endsWith("could_not_start");
    }
}
