package pro.reelsai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Makes one ad from beginning to end, through the public API alone. */
public final class AdMaker {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final ApiClient api;
    private final AdProgress progress;

    /**
     * @param api whose ad it is
     * @param progress is told how it gets on
     */
    public AdMaker(ApiClient api, AdProgress progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Makes an ad and waits for it.
     *
     * @return the project, whose ad is finished
     * @throws ApiException if the API refuses or the ad fails
     * @throws IOException if the API does not answer
     */
    public FinishedAd make(AdRequest request) throws ApiException, IOException, InterruptedException {
        String project = "/api/projects/" + createProject(request);
        for (Path asset : request.assets()) {
            api.upload(project + "/assets", asset);
            progress.step("Uploaded " + asset.getFileName());
        }
        String script = writeScript(project);
        api.put(project + "/scripts/finalize", Map.of("script_id", script));
        chooseActor(project, request.cast());
        chooseLayout(project, request.look().layout());
        JsonNode started = api.post(project + "/generate-final-video");
        long begin = System.nanoTime();
        progress.step(started.path("message").asText());
        StatusReport report = await(project);
        return new FinishedAd(
                project, started.path("run_id").asText(), report, Duration.ofNanos(System.nanoTime() - begin));
    }

    private String createProject(AdRequest request) throws ApiException, IOException, InterruptedException {
        SampleProduct product = request.product();
        Map<String, Object> body = new HashMap<>();
        body.put("name", product.name());
        body.put("description", product.description());
        body.put("product_link", product.productLink());
        String productId = api.post("/api/products/create-product", body)
                .path("product_id")
                .asText();
        String projectId = api.post("/api/projects/create-project", Map.of("product_id", productId))
                .path("project_id")
                .asText();
        api.post("/api/projects/" + projectId + "/video-configuration", configuration(request));
        progress.step("Product and project created: " + product.name() + ", " + request.seconds() + " seconds");
        return projectId;
    }

    private static Map<String, Object> configuration(AdRequest request) {
        SampleProduct product = request.product();
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("duration", request.seconds());
        configuration.put("target_audience", product.targetAudience());
        configuration.put("cta", product.cta());
        configuration.put("direction", product.direction());
        configuration.put("aspect_ratio", request.look().aspectRatio());
        configuration.put("caption_style", request.look().captionStyle());
        configuration.put("music", request.look().music());
        configuration.values().removeIf(Objects::isNull);
        return configuration;
    }

    private String writeScript(String project) throws ApiException, IOException, InterruptedException {
        JsonNode written = api.post(project + "/generate-script");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode script = written.path("script");
        // 202: it is still being written, and will show in the list.
        while (!script.hasNonNull("id")) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The script was not written within " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(BETWEEN_LOOKS);
            script = api.get(project + "/scripts").path(0).path(0);
        }
        progress.step("Script: " + script.path("content").asText().replaceAll("\\s+", " "));
        return script.path("id").asText();
    }

    private void chooseActor(String project, AdRequest.Cast cast)
            throws ApiException, IOException, InterruptedException {
        JsonNode offered = api.get("/api/actors-and-voices");
        JsonNode actor = actor(cast, offered.path("actors"));
        String voices = cast.voices();
        String voice = voices == null
                ? actor.path("default_voice_id").asText()
                : voiceOf(voices, offered.path("voices")).path("id").asText();
        api.post(
                project + "/select-actor-voice",
                Map.of("actor_id", actor.path("id").asText(), "voice_id", voice));
        progress.step("Actor: " + actor.path("name").asText());
    }

    private static JsonNode actor(AdRequest.Cast cast, JsonNode actors) throws ApiException {
        String wanted = cast.actor();
        if (wanted == null) {
            return cast.filmed() ? filmed(actors) : actors.path(0);
        }
        List<String> names = new ArrayList<>();
        for (JsonNode actor : actors) {
            String name = actor.path("name").asText();
            if (name.equalsIgnoreCase(wanted.strip())) {
                return actor;
            }
            names.add(name);
        }
        throw new ApiException(404, "There is no presenter '" + wanted + "'. There are: " + String.join(", ", names));
    }

    /** The one who has a video. */
    private static JsonNode filmed(JsonNode actors) throws ApiException {
        for (JsonNode actor : actors) {
            if (actor.hasNonNull("full_video_link")) {
                return actor;
            }
        }
        throw new ApiException(404, "There is no filmed actor");
    }

    private static JsonNode voiceOf(String provider, JsonNode voices) throws ApiException {
        for (JsonNode voice : voices) {
            if (letters(voice.path("provider").asText()).equals(letters(provider))) {
                return voice;
            }
        }
        throw new ApiException(404, "There is no voice of '" + provider + "'");
    }

    private void chooseLayout(String project, String wanted) throws ApiException, IOException, InterruptedException {
        JsonNode layouts = api.get("/api/video-layouts").path("layouts");
        StringBuilder names = new StringBuilder();
        for (JsonNode layout : layouts) {
            String name = layout.path("name").asText();
            names.append(names.isEmpty() ? "" : ", ").append(name);
            if (layout.path("id").asText().equals(wanted) || AdRequest.Look.isSame(name, wanted)) {
                api.post(
                        project + "/select-layout",
                        Map.of("layout_id", layout.path("id").asText()));
                progress.step("Layout: " + name);
                return;
            }
        }
        throw new ApiException(404, "There is no layout '" + wanted + "'. There are: " + names);
    }

    /** What remains of "eleven_labs" and of ELEVENLABS is the same. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\band\\b", "").replaceAll("[^a-z]", "");
    }

    private StatusReport await(String project) throws ApiException, IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            StatusReport report = StatusReport.of(api.get(project + "/status"));
            progress.making(report);
            if (report.isCompleted()) {
                return report;
            }
            if (report.isFailed()) {
                throw new ApiException(200, failure(report));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IOException("The ad was not finished within " + PATIENCE.toMinutes() + " minutes");
    }

    private static String failure(StatusReport report) {
        StringBuilder text = new StringBuilder(report.message());
        for (StatusReport.StageReport stage : report.stages()) {
            if (stage.state().equals("failed") && stage.detail() != null) {
                text.append(" (")
                        .append(stage.stage())
                        .append(": ")
                        .append(stage.detail())
                        .append(')');
            }
        }
        return text.toString();
    }

    /**
     * A finished ad.
     *
     * @param project the path of its project in the API
     * @param run the run that made it
     * @param report the last status
     * @param elapsed from the accepted request to the finished ad
     */
    public record FinishedAd(String project, String run, StatusReport report, Duration elapsed) {
        /** The path that leads to the file. */
        public String video() {
            return project + "/video";
        }
    }
}
