package pro.reelsai.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pro.reelsai.local.stack.LocalStack;

/** Lists the suite's bucket through the storage's own protocol. */
final class Bucket {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final FaultSuite suite;

    Bucket(HttpClient client, FaultSuite suite) {
        this.client = client;
        this.suite = suite;
    }

    /** The keys of all objects below a folder. */
    List<String> keys(String folder) throws Exception {
        List<String> keys = new ArrayList<>();
        for (JsonNode entry : list(folder)) {
            String path = folder + "/" + entry.path("name").asText();
            // The protocol tells a folder by its missing id.
            if (entry.path("id").isNull()) {
                keys.addAll(keys(path));
            } else {
                keys.add(path);
            }
        }
        return keys;
    }

    private JsonNode list(String folder) throws Exception {
        String key = suite.serviceKey();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(suite.config().supabaseUrl() + "/storage/v1/object/list/" + LocalStack.BUCKET))
                .header("Authorization", "Bearer " + key)
                .header("apikey", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("prefix", folder, "limit", 1000, "offset", 0))))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The bucket cannot be listed: " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
