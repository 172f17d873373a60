package pro.reelsai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes one ad from beginning to end, through the public API alone. */
public final class AdMaker {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final ApiClient api;
    private final AdProgress progress;
    private final Casting casting;

    /**
     * @param api whose ad it is
     * @param progress is told how it gets on
     */
    public AdMaker(ApiClient api, AdProgress progress) {
        this.api = api;
        this.progress = progress;
        this.casting = new Casting(api, progress);
    }

    /**
     * Makes an ad and waits for it.
     *
     * @return the project, whose ad is finished
     * @throws ApiException if the API refuses or the ad fails
     * @throws IOException if the API does not answer
     */
    public FinishedAd make(AdRequest request) throws ApiException, IOException, InterruptedException {
        List<FinishedAd> made = new ArrayList<>();
        make(request, 1, made::add);
        return made.getFirst();
    }

    /**
     * Makes an ad for every opening of one script, one after the other in the same project, and waits for each.
     *
     * @param hooks how many openings the script should have, 1 to 5; there may be fewer
     * @param receiver is given each finished ad before the next one is begun, which takes its place
     * @throws ApiException if the API refuses or an ad fails
     * @throws IOException if the API does not answer
     */
    public void make(AdRequest request, int hooks, Receiver receiver)
            throws ApiException, IOException, InterruptedException {
        String project = "/api/projects/" + createProject(request);
        for (Path asset : request.assets()) {
            api.upload(project + "/assets", asset);
            progress.step("Uploaded " + asset.getFileName());
        }
        JsonNode script = writeScript(project, hooks);
        casting.chooseActor(project, request.cast());
        casting.chooseLayout(project, request.look().layout());
        for (int hook = 0; hook <= script.path("hooks").size(); hook++) {
            choose(project, script, hook);
            receiver.receive(makeChosen(project));
        }
    }

    private void choose(String project, JsonNode script, int hook)
            throws ApiException, IOException, InterruptedException {
        Map<String, Object> choice = new HashMap<>();
        choice.put("script_id", script.path("id").asText());
        if (hook > 0) {
            choice.put("hook", hook);
            progress.step("Opening: " + script.path("hooks").path(hook - 1).asText());
        }
        api.put(project + "/scripts/finalize", choice);
    }

    private FinishedAd makeChosen(String project) throws ApiException, IOException, InterruptedException {
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
        List<String> shapes = request.look().aspectRatios();
        configuration.put("aspect_ratios", shapes.isEmpty() ? null : shapes);
        configuration.put("caption_style", request.look().captionStyle());
        configuration.put("music", request.look().music());
        configuration.values().removeIf(Objects::isNull);
        return configuration;
    }

    private JsonNode writeScript(String project, int hooks) throws ApiException, IOException, InterruptedException {
        JsonNode written = api.post(project + "/generate-script?hooks=" + hooks);
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
        return script;
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

    /** Takes finished ads. */
    public interface Receiver {
        /** Takes an ad, whose file is that of its project until the next one is finished. */
        void receive(FinishedAd ad) throws ApiException, IOException, InterruptedException;
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
        /** The path that leads to the file of the ad's first shape. */
        public String video() {
            return project + "/video";
        }

        /** The path that leads to the file of a shape that the ad was made in. */
        public String video(String aspectRatio) {
            return video() + "?aspect_ratio=" + aspectRatio;
        }
    }
}
