package pro.reelsai.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import pro.reelsai.local.StackSecrets;

/** The suite's bucket, as whoever sets the suite up sees it. */
final class StackBucket {
    private static final int OK = 200;

    private final StackConfig config;
    private final HttpClient client;
    private final StackSecrets secrets;

    StackBucket(StackConfig config, HttpClient client, StackSecrets secrets) {
        this.config = config;
        this.client = client;
        this.secrets = secrets;
    }

    /**
     * Makes the bucket where there is none.
     *
     * @throws StackException if the storage server refuses
     */
    void create() throws StackException, IOException, InterruptedException {
        String body = "{\"id\":\"%1$s\",\"name\":\"%1$s\",\"public\":false}".formatted(LocalStack.BUCKET);
        HttpResponse<String> response = client.send(
                request("/storage/v1/bucket", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != OK && !response.body().contains("\"BucketAlreadyExists\"")) {
            throw new StackException("The bucket could not be created: " + response.body());
        }
    }

    /**
     * Puts an object into the bucket, in the place of the one that may be there.
     *
     * @throws StackException if the storage server refuses
     */
    void put(String key, byte[] content, String contentType) throws StackException, IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request("/storage/v1/object/" + LocalStack.BUCKET + "/" + key, contentType)
                        .header("x-upsert", "true")
                        .POST(BodyPublishers.ofByteArray(content))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new StackException(key + " could not be put into the bucket: " + response.body());
        }
    }

    private HttpRequest.Builder request(String path, String contentType) {
        return HttpRequest.newBuilder(URI.create(config.supabaseUrl() + path))
                .header("Authorization", "Bearer " + secrets.serviceKey())
                .header("apikey", secrets.serviceKey())
                .header("Content-Type", contentType);
    }
}
