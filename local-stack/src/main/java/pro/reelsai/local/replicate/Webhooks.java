package pro.reelsai.local.replicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Tells others of a prediction. The final webhook is repeated until it is heard, for about a minute; others are sent once.
 *
 * <p>Source: Replicate, "Receive webhooks": retries on 4xx, 5xx or no answer, with exponential back-off.
 */
final class Webhooks {
    private static final Logger LOG = Logger.getLogger(Webhooks.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPETITIONS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client;
    private final ExecutorService threads;
    private final WebhookSignature signature;
    private final Duration firstWait;
    private final Faults faults;

    Webhooks(HttpClient client, ExecutorService threads, ReplicateSettings settings, Faults faults) {
        this.client = client;
        this.threads = threads;
        this.signature = new WebhookSignature(settings.webhookSecret());
        this.firstWait = settings.webhookRetries();
        this.faults = faults;
    }

    void started(Prediction prediction) {
        if (prediction.order().events().contains("start")) {
            send(prediction, 0, Duration.ZERO);
        }
    }

    void completed(Prediction prediction) {
        String inputs = prediction.inputs();
        if (!prediction.order().events().contains("completed") || faults.strikes(Fault.WEBHOOK_LOST, inputs)) {
            return;
        }
        Duration delay = faults.strikes(Fault.WEBHOOK_LATE, inputs) ? Duration.ofSeconds(5) : Duration.ZERO;
        send(prediction, REPETITIONS, delay);
        if (faults.strikes(Fault.WEBHOOK_TWICE, inputs)) {
            send(prediction, REPETITIONS, delay);
        }
    }

    private void send(Prediction prediction, int repetitions, Duration delay) {
        if (prediction.order().webhook().isEmpty()) {
            return;
        }
        URI uri = prediction.order().webhook().get();
        String body = write(prediction);
        threads.execute(() -> {
            try {
                Thread.sleep(delay);
                deliver(uri, body, repetitions);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the server stops
            }
        });
    }

    private void deliver(URI uri, String body, int repetitions) throws InterruptedException {
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        Duration wait = firstWait;
        for (int left = repetitions; !isHeard(uri, id, body) && left > 0; left--) {
            Thread.sleep(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private boolean isHeard(URI uri, String id, String body) throws InterruptedException {
        long now = Instant.now().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", signature.sign(id, now, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status < 400;
        } catch (IOException e) {
            LOG.debugf(e, "Nobody hears the webhook %s", id);
            return false;
        }
    }

    private static String write(Prediction prediction) {
        try {
            return JSON.writeValueAsString(prediction.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Prediction " + prediction.id() + " cannot be written", e);
        }
    }
}
