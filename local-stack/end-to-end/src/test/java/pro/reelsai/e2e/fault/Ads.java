package pro.reelsai.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.Samples;

/**
 * Ads of one user, each of a project of its own with words of its own, so that no two share an input.
 *
 * @param user the user
 * @param projects the projects, ready to be started
 */
record Ads(UUID user, List<UUID> projects) {
    private static final String[] PLACES = {
        "desk", "shelf", "garden", "balcony", "kitchen", "hallway", "tent", "boat", "studio", "attic"
    };

    /** Prepares ads, of about four seconds each. */
    static Ads prepare(FaultSuite suite, int count) throws Exception {
        UUID user = UUID.randomUUID();
        Path folder = Files.createTempDirectory("ads");
        Path still = Samples.assets(folder).stream()
                .filter(file -> file.toString().matches(".*\\.(jpe?g|png|webp)"))
                .findFirst()
                .orElseThrow();
        try (ApiClient api = suite.user(user)) {
            String product = api.post(
                            "/api/products/create-product",
                            Map.of("name", "Duskling", "description", "A cordless lamp for every place."))
                    .path("product_id")
                    .asText();
            JsonNode cast = api.get("/api/actors-and-voices");
            String actor = cast.path("actors").path(0).path("id").asText();
            String voice = cast.path("actors").path(0).path("default_voice_id").asText();
            String layout = api.get("/api/video-layouts")
                    .path("layouts")
                    .path(0)
                    .path("id")
                    .asText();
            List<UUID> projects = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                projects.add(project(api, product, actor, voice, layout, still, words(i)));
            }
            return new Ads(user, List.copyOf(projects));
        } finally {
            for (Path file : Samples.assets(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static UUID project(
            ApiClient api, String product, String actor, String voice, String layout, Path still, String words)
            throws Exception {
        String id = api.post("/api/projects/create-project", Map.of("product_id", product))
                .path("project_id")
                .asText();
        String project = "/api/projects/" + id;
        api.post(
                project + "/video-configuration",
                Map.of("duration", 15, "target_audience", "Campers", "cta", "Get it", "direction", "calm"));
        api.upload(project + "/assets", still);
        api.put(project + "/scripts/finalize", Map.of("is_custom", true, "content", words));
        api.post(project + "/select-actor-voice", Map.of("actor_id", actor, "voice_id", voice));
        api.post(project + "/select-layout", Map.of("layout_id", layout));
        return UUID.fromString(id);
    }

    private static String words(int i) {
        return "A light for the %s. And one for the %s.".formatted(PLACES[i / 10 % 10], PLACES[i % 10]);
    }

    /** Starts all of them. */
    void start(FaultSuite suite) throws Exception {
        try (ApiClient api = suite.user(user)) {
            for (UUID project : projects) {
                api.post("/api/projects/" + project + "/generate-final-video");
            }
        }
    }
}
