package pro.reelsai.gateway.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends what waits, one message of a channel after the other. A message belongs to the gateway that took it until its
 * lease is over; only a crash between the server's answer and the mark sends it again, a mail under the same id.
 */
@ApplicationScoped
public class NotificationSender {
    private static final Logger LOG = Logger.getLogger(NotificationSender.class);

    private final NotificationRows rows;
    private final List<Channel> channels;
    private final NotificationConfig config;
    private final List<Cancellable> running = new ArrayList<>();

    public NotificationSender(NotificationRows rows, SlackChannel slack, MailChannel mail, NotificationConfig config) {
        this.rows = rows;
        this.config = config;
        this.channels = new ArrayList<>();
        if (config.slackWebhook().isPresent()) {
            channels.add(slack);
        }
        if (config.smtpHost().isPresent()) {
            channels.add(mail);
        }
    }

    void start(@Observes StartupEvent started) {
        // Each at its own pace: a mail server that hangs holds nothing up in Slack.
        channels.forEach(channel -> running.add(Multi.createFrom()
                .ticks()
                .every(config.poll())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> sendAll(channel))
                .subscribe()
                .with(nothing -> {}, e -> LOG.errorf(e, "Nothing is sent by %s any more", channel.name()))));
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.forEach(Cancellable::cancel);
    }

    /** Sends until nothing is due; a failure only ends this round. */
    Uni<Void> sendAll(Channel channel) {
        return rows.take(channel.name())
                .chain(message -> message == null
                        ? Uni.createFrom().voidItem()
                        : channel.send(message)
                                .chain(outcome -> keep(channel, message, outcome))
                                .chain(() -> sendAll(channel)))
                .onFailure()
                .invoke(e -> LOG.warnf("Messages cannot be read just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> keep(Channel channel, Message message, Outcome outcome) {
        return (switch (outcome) {
                    case Outcome.Sent sent -> rows.sent(message);
                    case Outcome.Never never -> giveUp(channel, message, never.reason());
                    case Outcome.Later later
                    when message.tries() >= config.tries() -> giveUp(channel, message, later.reason());
                    case Outcome.Later later ->
                        rows.later(message, longer(later.notBefore(), wait(message.tries())), later.reason());
                })
                .replaceWithVoid();
    }

    private Uni<?> giveUp(Channel channel, Message message, String reason) {
        LOG.warnf(
                "That run %s is %s was not told by %s after %d tries: %s",
                message.run(), message.kind(), channel.name(), message.tries(), reason);
        return rows.never(message, reason);
    }

    private Duration wait(int tries) {
        Duration doubled = config.firstRetry().multipliedBy(1L << Math.min(tries - 1, 20));
        return doubled.compareTo(config.longestRetry()) < 0 ? doubled : config.longestRetry();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
