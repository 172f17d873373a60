package pro.reelsai.gateway.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pro.reelsai.gateway.platform.AfterCommit;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.trace.EventSpans;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;

/** Where events wait for Kafka. An event becomes true with the transaction that adds it, broker or no broker. */
@ApplicationScoped
public class Outbox {
    private static final String WITHDRAW = """
            delete from outbox where id in (
                select id from outbox where run_id = :run and sent_at is null for update skip locked)
            """;

    private final EventCodec codec;
    private final OutboxRelay relay;
    private final EventSpans spans;

    public Outbox(EventCodec codec, OutboxRelay relay, EventSpans spans) {
        this.codec = codec;
        this.relay = relay;
        this.spans = spans;
    }

    /** Adds an event in the caller's transaction; it is on its way as soon as that is committed. */
    public Uni<Void> add(ReelsEvent event) {
        EncodedEvent encoded = encode(event);
        OutboxEntity row = new OutboxEntity();
        row.eventId = event.id();
        row.runId = event.runId();
        row.topic = encoded.topic();
        row.key = encoded.key();
        row.value = encoded.value();
        row.headers = encoded.headers();
        row.createdAt = Now.instant();
        return row.persist().chain(() -> sendAfterCommit(event));
    }

    /** An event as it is to lie in the outbox, for a statement that writes more than that. */
    public EncodedEvent encode(ReelsEvent event) {
        return codec.encode(event);
    }

    /** Has what the caller's transaction has put into the outbox sent as soon as it is committed. */
    public Uni<Void> sendAfterCommit(ReelsEvent event) {
        return AfterCommit.run(() -> {
            relay.wake();
            spans.started(event);
        });
    }

    /** Takes back, in the caller's transaction, what a run has not sent yet; what is just being sent is left alone. */
    public Uni<Void> withdraw(UUID run) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW)
                        .setParameter("run", run)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
