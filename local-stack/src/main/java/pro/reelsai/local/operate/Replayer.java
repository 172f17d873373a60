package pro.reelsai.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.demo.AdProgress;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.demo.StatusReport;

/** Repeats a past run by the operators' routes, and waits for what comes of it. */
public final class Replayer {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final List<String> RESULTS = List.of("final_video", "composite_video", "lipsync_video", "speech");

    private final ApiClient api;
    private final AdProgress progress;

    /**
     * @param api with an operator's token
     * @param progress is told how it gets on
     */
    public Replayer(ApiClient api, AdProgress progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Asks for a replay, or for what one would do.
     *
     * @param body as the API takes it
     * @return the API's answer
     */
    public JsonNode ask(UUID run, Map<String, ?> body) throws ApiException, IOException, InterruptedException {
        return api.post("/api/admin/runs/" + run + "/replay", body);
    }

    /**
     * Waits until a run has ended well.
     *
     * @return the run with its files
     * @throws ApiException if it ends otherwise
     */
    public JsonNode await(String run) throws ApiException, IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode detail = api.get("/api/admin/runs/" + run);
            JsonNode row = detail.path("run");
            progress.making(StatusReport.of(row));
            switch (row.path("state").asText()) {
                case "completed" -> {
                    return detail;
                }
                case "failed", "cancelled" ->
                    throw new ApiException(
                            200,
                            "The replay %s: %s (%s)"
                                    .formatted(
                                            row.path("state").asText(),
                                            row.path("message").asText(),
                                            row.path("code").asText()));
                default -> Thread.sleep(BETWEEN_LOOKS);
            }
        }
        throw new IOException("The replay was not finished within " + PATIENCE.toMinutes() + " minutes");
    }

    /** The file that people want of a run: the furthest that it has made; empty where it has made none. */
    public static Optional<JsonNode> result(JsonNode detail) {
        for (String artifact : RESULTS) {
            for (JsonNode file : detail.path("files")) {
                @Nullable String url = file.path("url").asText(null);
                if (file.path("artifact").asText().equals(artifact) && url != null) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
