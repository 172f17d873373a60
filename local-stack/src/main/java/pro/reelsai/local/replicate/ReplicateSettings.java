package pro.reelsai.local.replicate;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a stand-in for Replicate is set up.
 *
 * @param directory where inputs and outputs lie; emptied as they expire
 * @param port the port on 127.0.0.1; 0 for any free one
 * @param token the API token that is accepted
 * @param webhookSecret signs the webhooks: {@code whsec_} and base64
 * @param httpWebhooks whether webhooks may go to {@code http://} on the loopback; Replicate itself accepts HTTPS alone
 * @param starting how long a prediction waits for a machine
 * @param predicting how long a prediction runs at least; making the video may take longer
 * @param retention how long inputs and outputs are kept after the end; an hour at Replicate
 * @param webhookRetries the wait before the first repetition of a webhook; doubles, five times
 * @param pageSize how many predictions a page of the list holds; 100 at Replicate
 */
public record ReplicateSettings(
        Path directory,
        int port,
        String token,
        String webhookSecret,
        boolean httpWebhooks,
        Duration starting,
        Duration predicting,
        Duration retention,
        Duration webhookRetries,
        int pageSize) {
    /** As much like Replicate as a machine of one's own allows; webhooks may stay on it. */
    public static ReplicateSettings of(Path directory, int port, String token, String webhookSecret) {
        return new ReplicateSettings(
                directory,
                port,
                token,
                webhookSecret,
                true,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                100);
    }

    /** The same in a hurry, for tests. */
    public ReplicateSettings hurried() {
        return new ReplicateSettings(
                directory,
                port,
                token,
                webhookSecret,
                httpWebhooks,
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                retention,
                Duration.ofMillis(50),
                pageSize);
    }

    /** Never the secrets: a record's own text would carry them into a log. */
    @Override
    public String toString() {
        return "ReplicateSettings[port=" + port + "]";
    }
}
