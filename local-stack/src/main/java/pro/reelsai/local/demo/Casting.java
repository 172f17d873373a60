package pro.reelsai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Chooses actor, voice and layout of an ad among those that the API offers. */
final class Casting {
    private final ApiClient api;
    private final AdProgress progress;

    Casting(ApiClient api, AdProgress progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Chooses who is seen and heard.
     *
     * @param project the path of the project in the API
     * @throws ApiException if there is nobody like that, or the API refuses
     * @throws IOException if the API does not answer
     */
    void chooseActor(String project, AdRequest.Cast cast) throws ApiException, IOException, InterruptedException {
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

    /**
     * Chooses a layout.
     *
     * @param project the path of the project in the API
     * @param wanted its name or id
     * @throws ApiException if there is none like that, or the API refuses
     * @throws IOException if the API does not answer
     */
    void chooseLayout(String project, String wanted) throws ApiException, IOException, InterruptedException {
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
}
