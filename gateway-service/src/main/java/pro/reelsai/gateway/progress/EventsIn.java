package pro.reelsai.gateway.progress;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.DatabaseAway;
import pro.reelsai.gateway.platform.trace.EventSpans;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;
import pro.reelsai.runtime.trace.RunTrace;

/**
 * Hears every event of the pipeline. One record at a time, in the order in which they arrive: a record is acknowledged
 * once its change is committed.
 */
@ApplicationScoped
public class EventsIn {
    /** The incoming channel; its settings are in {@code application.properties}. */
    static final String CHANNEL = "events-in";

    private static final Logger LOG = Logger.getLogger(EventsIn.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final EventCodec codec;
    private final Projection projection;
    private final DeadLetters deadLetters;
    private final EventSpans spans;

    public EventsIn(EventCodec codec, Projection projection, DeadLetters deadLetters, EventSpans spans) {
        this.codec = codec;
        this.projection = projection;
        this.deadLetters = deadLetters;
        this.spans = spans;
    }

    /** Takes one record; fails only for what trying again would not mend. */
    @Incoming(CHANNEL)
    public Uni<Void> onRecord(ConsumerRecord<String, String> record) {
        ReelsEvent event;
        try {
            event = codec.decode(record.topic(), record.value());
        } catch (EventUnreadableException e) {
            LOG.errorf(
                    "Record %s-%d@%d is dead: %s", record.topic(), record.partition(), record.offset(), e.getMessage());
            return deadLetters.add(record, e.getMessage());
        }
        Uni<Void> change =
                spans.around(event, header(record), Uni.createFrom().deferred(() -> projection.apply(event)));
        return SameContext.always(change)
                .onFailure(DatabaseAway::isCauseOf)
                .invoke(e -> LOG.warnf("Event %s waits for the database: %s", event.id(), e.getMessage()))
                // A database that is away is no reason to lose an event, however long it takes.
                .onFailure(DatabaseAway::isCauseOf)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .onFailure()
                .recoverWithUni(e -> {
                    LOG.errorf(e, "Event %s cannot be projected", event.id());
                    return deadLetters.add(record, String.valueOf(e.getMessage()));
                });
    }

    private static @Nullable String header(ConsumerRecord<String, String> record) {
        Header header = record.headers().lastHeader(RunTrace.HEADER);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
