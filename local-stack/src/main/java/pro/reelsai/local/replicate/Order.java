package pro.reelsai.local.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A prediction as it was asked for, and found to be in order.
 *
 * @param model what should run
 * @param input its inputs
 * @param webhook who wants to hear of it
 * @param events what they want to hear
 * @param lifetime after which it is stopped
 */
record Order(Model model, JsonNode input, Optional<URI> webhook, Set<String> events, Optional<Duration> lifetime) {
    private static final Set<String> FIELDS = Set.of("version", "input", "webhook", "webhook_events_filter", "stream");
    private static final Set<String> EVENTS = Set.of("start", "output", "logs", "completed");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

    /**
     * Reads a request for a prediction.
     *
     * @param named the official model of the route; null where the version is in the body
     * @param httpWebhooks whether webhooks may go to the loopback without TLS
     * @throws ReplicateError if anything is not as documented
     */
    static Order read(ReplicateRequest request, @Nullable Model named, boolean httpWebhooks)
            throws ReplicateError, IOException {
        JsonNode json = request.json();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw ReplicateError.invalid(
                        "additional_property_not_allowed",
                        "(root)",
                        "Additional property " + field.getKey() + " is not allowed");
            }
        }
        Model model = named == null ? model(json.path("version")) : named;
        JsonNode input = json.path("input");
        if (!input.isObject()) {
            throw ReplicateError.invalid("required", "(root)", "input is required");
        }
        model.check(input);
        Optional<String> lifetime = request.header("Cancel-After");
        return new Order(
                model,
                input,
                webhook(json, httpWebhooks),
                events(json),
                lifetime.isPresent() ? Optional.of(CancelAfter.parse(lifetime.get())) : Optional.empty());
    }

    private static Model model(JsonNode version) throws ReplicateError {
        if (!version.isTextual()) {
            throw ReplicateError.invalid("required", "(root)", "version is required");
        }
        return Model.ofVersion(version.asText()).orElseThrow(ReplicateError::unknownVersion);
    }

    private static Optional<URI> webhook(JsonNode json, boolean httpWebhooks) throws ReplicateError {
        if (!json.has("webhook")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(json.get("webhook").asText());
            boolean loopback = httpWebhooks && "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
            if (json.get("webhook").isTextual()
                    && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || loopback)) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            throw ReplicateError.invalid("format", "webhook", "Does not match format 'uri'");
        }
        throw ReplicateError.invalid("format", "webhook", "webhook must be an HTTPS URL");
    }

    private static Set<String> events(JsonNode json) throws ReplicateError {
        if (!json.has("webhook_events_filter")) {
            return Set.of("output", "completed");
        }
        JsonNode filter = json.get("webhook_events_filter");
        Set<String> events = new HashSet<>();
        for (JsonNode event : filter) {
            events.add(event.asText());
        }
        if (!filter.isArray() || !EVENTS.containsAll(events)) {
            throw ReplicateError.invalid(
                    "enum", "webhook_events_filter", "must be a list of start, output, logs and completed");
        }
        return events;
    }
}
