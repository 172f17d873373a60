package pro.reelsai.gateway.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Tells a Slack channel through its incoming webhook.
 *
 * <p>Source: api.slack.com/messaging/webhooks: success is 200 {@code ok}; 4xx are final but for 429, which says in
 * {@code Retry-After} when to come back; in text {@code &}, {@code <} and {@code >} are written as entities.
 */
@ApplicationScoped
public class SlackChannel implements Channel {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final NotificationConfig config;
    private final ObjectMapper mapper;
    private final HttpClient http;

    public SlackChannel(NotificationConfig config, ObjectMapper mapper) {
        this.config = config;
        this.mapper = mapper;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    @Override
    public String name() {
        return "SLACK";
    }

    @Override
    public Uni<Outcome> send(Message message) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(config.slackWebhook().orElseThrow()))
                .timeout(config.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body(message)))
                .build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .map(SlackChannel::outcome)
                .onFailure()
                .recoverWithItem(e -> new Outcome.Later("Slack cannot be reached: " + cause(e), AT_ONCE));
    }

    private String body(Message message) {
        String reason = message.explains() ? "\n> " + escape(String.valueOf(message.reason())) : "";
        String text = "*%s*: %s%s\n<%s|%s> · run %s"
                .formatted(
                        message.heading(),
                        escape(message.name()),
                        reason,
                        escape(message.link()),
                        message.action(),
                        message.run());
        try {
            return mapper.writeValueAsString(Map.of("text", text, "unfurl_links", false));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message of plain strings cannot be written as JSON", e);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\s+", " ");
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            return new Outcome.Sent();
        }
        String reason = "Slack answers " + status;
        if (status == 429) {
            return new Outcome.Later(reason, pause(answer));
        }
        return status >= 500 ? new Outcome.Later(reason, AT_ONCE) : new Outcome.Never(reason);
    }

    private static Duration pause(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(pause -> pause.compareTo(LONGEST_PAUSE) < 0)
                .orElse(AT_ONCE);
    }

    /** The kind of failure alone: its message could quote the webhook, which is a secret. */
    private static String cause(Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return cause.getClass().getSimpleName();
    }
}
