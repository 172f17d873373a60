package pro.reelsai.stage.internal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import pro.reelsai.model.Topics;
import pro.reelsai.stage.StageConfig;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.UnexpectedStageException;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderException.Reason;

/**
 * Puts failed records where they wait for their next try, so that the records behind them need not wait with them.
 *
 * <p>The connector's own {@code delayed-retry-topic} strategy is not used: it reads all its topics as one stream, so that
 * a wait of five minutes holds up one of ten seconds; it knows no jitter; and it writes back what it has decoded, not the
 * bytes that came.
 */
@Startup
@ApplicationScoped
public class Retries {
    private static final Logger LOG = Logger.getLogger(Retries.class);

    private final Records records;
    private final DeadLetters deadLetters;
    private final StageConfig config;
    private final Clock clock = Clock.systemUTC();

    /**
     * @throws IllegalStateException if the configuration has not one wait for each retry topic
     */
    public Retries(Records records, DeadLetters deadLetters, StageConfig config) {
        int topics = Topics.retries(Topics.requested(config.name())).size();
        if (config.retry().waits().size() != topics) {
            throw new IllegalStateException("reels.stage.retry.waits needs " + topics + " waits, one for each topic");
        }
        this.records = records;
        this.deadLetters = deadLetters;
        this.config = config;
    }

    /**
     * Lets a record wait for its next try, or puts it among the dead letters: when it has been tried often enough, or when
     * the next try would come too late to be of use. One that met a provider which is left alone uses up no retry.
     *
     * @param deadline when the run has to be done
     * @throws InterruptedException if the service stops
     */
    void later(Delivery delivery, Instant deadline, StageException failure) throws InterruptedException {
        Duration asked = asked(failure);
        int step = step(delivery.retries(), asked);
        Duration own = config.retry().waits().get(step);
        Instant due = clock.instant().plus(stretched(own.compareTo(asked) < 0 ? asked : own));
        boolean tried = !isUntried(failure);
        if (tried && delivery.retries() >= most(failure) || due.isAfter(deadline)) {
            LOG.errorf(failure, "REELS-0102 %s is given up: %s", delivery.origin(), failure.code());
            deadLetters.add(delivery, failure.code(), failure.getMessage());
            return;
        }
        LOG.warnf(failure, "REELS-0103 %s is tried again at %s: %s", delivery.origin(), due, failure.code());
        send(delivery, step, delivery.retries() + (tried ? 1 : 0), due);
    }

    /** Lets a record wait for a while because of no fault of its own; it uses up no retry. */
    void aside(Delivery delivery) throws InterruptedException {
        Duration wait = config.retry().waits().getFirst();
        LOG.infof("REELS-0104 %s waits: its work is being done", delivery.origin());
        send(delivery, 0, delivery.retries(), clock.instant().plus(stretched(wait)));
    }

    /** Whether the provider was left alone, so that the record, taken up before the intake came to rest, was not tried at all. */
    private static boolean isUntried(StageException failure) {
        return failure.getCause() instanceof ProviderException e && e.reason() == Reason.NOT_ASKED;
    }

    /** How long a provider has asked to be left alone. */
    private Duration asked(StageException failure) {
        Duration wait = failure instanceof TransientStageException passing
                ? passing.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        Duration longest = config.retry().longest();
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** A record that has to wait longer waits among its like, so that it holds up none that waits less. */
    private int step(int retries, Duration asked) {
        List<Duration> waits = config.retry().waits();
        int step = Math.min(retries, waits.size() - 1);
        while (step < waits.size() - 1 && waits.get(step).compareTo(asked) < 0) {
            step++;
        }
        return step;
    }

    private int most(StageException failure) {
        return failure instanceof UnexpectedStageException
                ? config.retry().mostAfterFault()
                : config.retry().most();
    }

    private Duration stretched(Duration wait) {
        double longer =
                ThreadLocalRandom.current().nextDouble() * config.retry().jitter();
        return wait.plusMillis((long) (wait.toMillis() * longer));
    }

    private void send(Delivery delivery, int step, int count, Instant due) throws InterruptedException {
        List<String> topics = Topics.retries(delivery.topic());
        RecordHeaders headers = new RecordHeaders(delivery.headers());
        put(headers, Delivery.RETRIES_HEADER, count);
        put(headers, Delivery.DUE_HEADER, due.toEpochMilli());
        put(headers, Delivery.PARTITION_HEADER, delivery.partition());
        put(headers, Delivery.OFFSET_HEADER, delivery.offset());
        records.sendSurely(topics.get(step), delivery.key(), delivery.value(), headers);
    }

    private static void put(Headers headers, String name, long value) {
        headers.remove(name);
        headers.add(name, Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }
}
