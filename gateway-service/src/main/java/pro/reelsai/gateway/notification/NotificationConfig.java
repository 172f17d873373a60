package pro.reelsai.gateway.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who is told, and how patiently. */
@ConfigMapping(prefix = "reels.notification")
public interface NotificationConfig {
    /** The incoming webhook of a Slack channel, from {@code SLACKBOT_RA_WEBHOOK_URL}; nothing goes to Slack without it. */
    Optional<String> slackWebhook();

    /** The mail server, from {@code SMTP_HOST}; no mail is sent without it. */
    Optional<String> smtpHost();

    /**
     * Where the messages lead, from {@code REDIRECT_URL}: {@code {project_id}} in it is replaced; without it the project is
     * added as a query parameter.
     */
    @WithDefault("https://www.reelsai.pro")
    String redirectUrl();

    /** How often the gateway looks for messages to send. */
    @WithDefault("1s")
    Duration poll();

    /** How long one gateway may take to send a message before another takes it over. */
    @WithDefault("2m")
    Duration lease();

    /** How long a server may take to accept a message. */
    @WithDefault("20s")
    Duration timeout();

    /** How long to wait after the first failure; twice as long after each further one. */
    @WithDefault("10s")
    Duration firstRetry();

    /** How long to wait at most. */
    @WithDefault("30m")
    Duration longestRetry();

    /** How often a message is tried in all. */
    @WithDefault("10")
    int tries();
}
