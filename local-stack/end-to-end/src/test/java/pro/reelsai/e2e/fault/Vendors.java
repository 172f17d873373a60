package pro.reelsai.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import pro.reelsai.local.openai.OpenAiServer;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackConfig;

/** The paid vendors of a trial, stand-ins that count for themselves what they were asked to do. */
final class Vendors {
    /** A voice of OpenAI, as the migrations seed it. */
    static final String PAID_VOICE = "5f0c2a8e-7d1b-4c3a-9e61-000000000101";

    /** An actor whose mouth is moved by a model at Replicate. */
    static final UUID FILMED_ACTOR = UUID.fromString("a3d94b10-52e6-4f7c-8b20-0000000fa017");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTOR_VIDEO = "actors/" + FILMED_ACTOR + "/video.mp4";

    private static final String HIRE = """
            INSERT INTO actors (id, name, gender, provider, identifier, video_key, default_voice_id, is_visible, position)
            SELECT ?, 'Filmed', 'female', 'REPLICATE', 'fault-trial', ?, default_voice_id, true, 900
              FROM actors WHERE identifier = 'maya' AND provider = 'LOCAL'
            """;

    private final StackConfig config;

    /**
     * @param config of a stack that has the vendors
     */
    Vendors(StackConfig config) {
        this.config = config;
    }

    /** Puts the actor's video into the bucket and offers the actor. */
    void hireActor(FaultSuite suite) throws Exception {
        Path video = Files.createTempFile("actor", ".mp4");
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-y",
                        "-loglevel",
                        "error",
                        "-f",
                        "lavfi", //
                        "-i",
                        "testsrc2=size=180x320:rate=25:duration=1.2", //
                        "-c:v",
                        "libx264",
                        "-pix_fmt",
                        "yuv420p",
                        video.toString())
                .inheritIO()
                .start();
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("The actor could not be filmed");
        }
        HttpRequest upload = HttpRequest.newBuilder(URI.create(
                        suite.config().supabaseUrl() + "/storage/v1/object/" + LocalStack.BUCKET + "/" + ACTOR_VIDEO))
                .header("Authorization", "Bearer " + suite.serviceKey())
                .header("apikey", suite.serviceKey())
                .header("Content-Type", "video/mp4")
                .POST(BodyPublishers.ofFile(video))
                .build();
        HttpResponse<String> response;
        try (HttpClient client = HttpClient.newHttpClient()) {
            response = client.send(upload, BodyHandlers.ofString());
        }
        if (response.statusCode() != 200) {
            throw new IOException("The actor's video was not taken: " + response.body());
        }
        Files.delete(video);
        try (Connection connection = suite.database();
                PreparedStatement statement = connection.prepareStatement(HIRE)) {
            statement.setObject(1, FILMED_ACTOR);
            statement.setString(2, ACTOR_VIDEO);
            statement.executeUpdate();
        }
    }

    /** How many speeches OpenAI was asked for. */
    long speeches() throws IOException, InterruptedException {
        return speech("calls");
    }

    /** How many different speeches these were. */
    long distinctSpeeches() throws IOException, InterruptedException {
        return speech("distinct");
    }

    /** How many jobs were created at Replicate. */
    int predictions() throws IOException, InterruptedException {
        return ask(config.ports().replicate(), "/_fake/tally")
                .path("predictions")
                .asInt();
    }

    private long speech(String count) throws IOException, InterruptedException {
        return ask(config.ports().openAi(), "/stand-in/calls")
                .path("POST " + OpenAiServer.SPEECH)
                .path(count)
                .asLong();
    }

    private static JsonNode ask(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + StackConfig.LOOPBACK + ":" + port + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The stand-in does not tell its count: " + response.body());
            }
            return JSON.readTree(response.body());
        }
    }
}
