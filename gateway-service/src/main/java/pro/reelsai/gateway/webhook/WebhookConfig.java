package pro.reelsai.gateway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Which webhooks are accepted. */
@ConfigMapping(prefix = "reels.webhook")
public interface WebhookConfig {
    /**
     * The secret that Replicate signs its webhooks with ({@code whsec_…}), from {@code REPLICATE_WEBHOOK_SECRET}; without it
     * none is accepted, and lip-sync jobs are found done by asking.
     */
    Optional<String> replicateSecret();

    /** How far a webhook's time stamp may be from now, either way. */
    @WithDefault("5m")
    Duration tolerance();

    /** How long a webhook of a job that nobody knows is answered so that it is repeated: it may be ahead of its submission. */
    @WithDefault("1m")
    Duration patience();

    /** How long a delivery's id is remembered; longer than twice the tolerance. */
    @WithDefault("1h")
    Duration memory();
}
