package pro.reelsai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a user does in the frontend from the first page to the finished ad, request by request. Nothing is known here but
 * the names of the contract's fields.
 */
public final class FrontendSession {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Browser browser;

    /**
     * @param browser whose session it is
     */
    public FrontendSession(Browser browser) {
        this.browser = browser;
    }

    /**
     * Walks from a new product to the downloaded ad.
     *
     * @param product what the ad is for
     * @param assets pictures and clips
     * @param ad where the ad goes
     * @return the last status
     * @throws ApiException if something is refused, or the ad fails
     * @throws IOException if something does not answer, or the ad does not come in time
     */
    public JsonNode walk(SampleProduct product, List<Path> assets, Path ad)
            throws ApiException, IOException, InterruptedException {
        enter();
        String project = "/api/projects/" + createProject(createProduct(product));
        browser.fetch(
                "POST",
                project + "/video-configuration",
                Map.of(
                        "duration", 15,
                        "target_audience", product.targetAudience(),
                        "cta", product.cta(),
                        "direction", product.direction()));
        for (Path asset : assets) {
            browser.upload(project + "/assets", asset);
        }
        browser.fetch("GET", project + "/assets", null);
        choose(project);
        String script = writeScript(project);
        browser.fetch("PUT", project + "/scripts/finalize", Map.of("script_id", script));
        browser.fetch("GET", project, null);
        browser.fetch("POST", project + "/generate-final-video", null);
        JsonNode status = await(project);
        browser.download(status.path("final_video_url").asText(), ad);
        browser.fetch("GET", "/api/projects", null);
        browser.fetch("GET", "/api/users/get_credits", null);
        return status;
    }

    private void enter() throws ApiException, IOException, InterruptedException {
        browser.fetch("POST", "/api/check-beta", null);
        browser.fetch("GET", "/api/users/get_credits", null);
        browser.fetch("GET", "/api/projects", null);
        browser.fetch("GET", "/api/products/get-all-products", null);
    }

    private String createProduct(SampleProduct product) throws ApiException, IOException, InterruptedException {
        String id = browser.fetch(
                        "POST",
                        "/api/products/create-product",
                        Map.of("name", product.name(), "description", product.description()))
                .path("product_id")
                .asText();
        return browser.fetch("GET", "/api/products/" + id, null).path("id").asText();
    }

    private String createProject(String product) throws ApiException, IOException, InterruptedException {
        return browser.fetch("POST", "/api/projects/create-project", Map.of("product_id", product))
                .path("project_id")
                .asText();
    }

    private void choose(String project) throws ApiException, IOException, InterruptedException {
        JsonNode actor = browser.fetch("GET", "/api/actors-and-voices", null)
                .path("actors")
                .path(0);
        browser.fetch(
                "POST",
                project + "/select-actor-voice",
                Map.of(
                        "actor_id", actor.path("id").asText(),
                        "voice_id", actor.path("default_voice_id").asText()));
        JsonNode layout =
                browser.fetch("GET", "/api/video-layouts", null).path("layouts").path(0);
        browser.fetch(
                "POST",
                project + "/select-layout",
                Map.of("layout_id", layout.path("id").asText()));
    }

    private String writeScript(String project) throws ApiException, IOException, InterruptedException {
        JsonNode written = browser.fetch("POST", project + "/generate-script", null);
        if (written.path("script_generated").asBoolean()) {
            return written.path("script").path("id").asText();
        }
        String id = written.path("script_id").asText();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (JsonNode script :
                    browser.fetch("GET", project + "/scripts", null).path(0)) {
                if (script.path("id").asText().equals(id)) {
                    return id;
                }
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IOException("The script was not written in time");
    }

    private JsonNode await(String project) throws ApiException, IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // The stream ends with the ad; where it ends before, a page goes on by asking.
        browser.lastEvent(project + "/events");
        while (System.nanoTime() < deadline) {
            JsonNode status = browser.fetch("GET", project + "/status", null);
            String name = status.path("status").asText();
            if (name.equals("completed")) {
                return status;
            }
            // The contract's names of what went wrong end alike.
            if (name.endsWith("failed") || name.endsWith("cancelled") || name.endsWith("could_not_start")) {
                throw new ApiException(200, status.path("message").asText());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IOException("The ad was not finished in time");
    }
}
