package pro.reelsai.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.Samples;

/**
 * Ads of one user, each of a project of its own with words of its own, so that no two share an input. Illustrated and
 * filmed actors take turns: what the filmed ones say and how their mouths move is paid for.
 *
 * @param user the user
 * @param projects the projects, ready to be started
 */
record Ads(UUID user, List<UUID> projects) {
    /** Who speaks, and with which voice; ids. */
    private record Role(String actor, String voice) {}

    private static final String[] PLACES = {
        "desk", "shelf", "garden", "balcony", "kitchen", "hallway", "tent", "boat", "studio", "attic"
    };

    /**
     * Prepares ads, of about four seconds each.
     *
     * @param paidVoice whether the filmed actors' voice is paid for as well
     */
    static Ads prepare(FaultSuite suite, int count, boolean paidVoice) throws Exception {
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
            JsonNode presenter = cast.path("actors").path(0);
            String free = presenter.path("default_voice_id").asText();
            Role drawn = new Role(presenter.path("id").asText(), free);
            Role filmed = new Role(Vendors.FILMED_ACTOR.toString(), paidVoice ? Vendors.PAID_VOICE : free);
            String layout = api.get("/api/video-layouts")
                    .path("layouts")
                    .path(0)
                    .path("id")
                    .asText();
            List<UUID> projects = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                projects.add(project(api, product, isFilmed(i) ? filmed : drawn, layout, still, words(suite.nextAd())));
            }
            return new Ads(user, List.copyOf(projects));
        } finally {
            for (Path file : Samples.assets(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static UUID project(ApiClient api, String product, Role role, String layout, Path still, String words)
            throws Exception {
        String id = api.post("/api/projects/create-project", Map.of("product_id", product))
                .path("project_id")
                .asText();
        String project = "/api/projects/" + id;
        configure(api, id, "bold");
        api.upload(project + "/assets", still);
        api.put(project + "/scripts/finalize", Map.of("is_custom", true, "content", words));
        api.post(project + "/select-actor-voice", Map.of("actor_id", role.actor(), "voice_id", role.voice()));
        api.post(project + "/select-layout", Map.of("layout_id", layout));
        return UUID.fromString(id);
    }

    private static void configure(ApiClient api, String project, String captionStyle) throws Exception {
        api.post(
                "/api/projects/" + project + "/video-configuration",
                Map.of(
                        "duration", 15,
                        "target_audience", "Campers",
                        "cta", "Get it",
                        "direction", "calm",
                        "caption_style", captionStyle));
    }

    private static String words(int i) {
        return "A light for the %s. And one for the %s, and the %s."
                .formatted(PLACES[i / 100 % 10], PLACES[i / 10 % 10], PLACES[i % 10]);
    }

    /** Of how many ads the actors are filmed. */
    int filmed() {
        return (int) IntStream.range(0, projects.size()).filter(Ads::isFilmed).count();
    }

    /** Whether the actor of an ad is filmed. */
    boolean isFilmed(UUID project) {
        return isFilmed(projects.indexOf(project));
    }

    private static boolean isFilmed(int i) {
        return i % 2 == 0;
    }

    /** Asks for other captions from now on, and for nothing else that is different. */
    void caption(FaultSuite suite, String style) throws Exception {
        try (ApiClient api = suite.user(user)) {
            for (UUID project : projects) {
                configure(api, project.toString(), style);
            }
        }
    }

    /** In which states the runs of an ad have ended, the newest first. */
    List<String> states(FaultSuite suite, UUID project) throws Exception {
        List<String> states = new ArrayList<>();
        try (ApiClient api = suite.user(user)) {
            api.get("/api/projects/" + project + "/runs")
                    .forEach(run -> states.add(run.path("state").asText()));
        }
        return states;
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
