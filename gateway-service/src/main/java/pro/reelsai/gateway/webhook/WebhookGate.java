package pro.reelsai.gateway.webhook;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** Lets in what Replicate has signed a moment ago, and nothing else. */
@ApplicationScoped
public class WebhookGate {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Optional<StandardWebhook> replicate;
    private final Duration tolerance;

    public WebhookGate(WebhookConfig config) {
        this.replicate = config.replicateSecret().map(WebhookGate::check);
        this.tolerance = config.tolerance();
    }

    /** A secret that cannot be one stops the gateway at its start, and not the first webhook. */
    void start(@Observes StartupEvent started) {}

    private static StandardWebhook check(String secret) {
        try {
            return new StandardWebhook(secret.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message may quote the secret.
            throw new IllegalStateException("REPLICATE_WEBHOOK_SECRET is not whsec_ with a key in base64 behind it");
        }
    }

    /**
     * Lets a webhook pass.
     *
     * @param headers what came with it
     * @param body exactly what was sent
     * @return the delivery's id
     * @throws ApiProblem 404 where no secret is set, 400 for what is no webhook or too old, 401 for a signature that is not
     *     Replicate's
     */
    String pass(Headers headers, byte[] body) {
        StandardWebhook signatures = replicate.orElseThrow(
                () -> ApiProblem.notFound("webhook here, since REPLICATE_WEBHOOK_SECRET is not set"));
        String id = require("webhook-id", headers.id(), ID);
        String timestamp = require("webhook-timestamp", headers.timestamp(), SECONDS);
        if (headers.signature() == null || !signatures.isSigned(id, timestamp, body, headers.signature())) {
            throw ApiProblem.unauthorized("The signature does not fit this webhook");
        }
        Duration distance = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now())
                .abs();
        if (distance.compareTo(tolerance) > 0) {
            throw ApiProblem.badRequest("The webhook is too old, or ahead of its time");
        }
        return id;
    }

    private static String require(String name, @Nullable String value, Pattern form) {
        if (value == null || !form.matcher(value).matches()) {
            throw ApiProblem.badRequest("The header " + name + " is missing or malformed");
        }
        return value;
    }

    /**
     * What Standard Webhooks adds to a request.
     *
     * @param id the delivery, the same when it is repeated
     * @param timestamp when it was sent, in seconds since 1970
     * @param signature the signatures, separated by spaces
     */
    record Headers(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature) {}
}
