package pro.reelsai.gateway.progress;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Which events were seen: the other half of at-least-once delivery. */
final class ProcessedEvents {
    private ProcessedEvents() {}

    /** Notes an event in the transaction of whoever applies it; false where it was noted before. */
    static Uni<Boolean> remember(String eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into processed_events (event_id) values (:id) on conflict do nothing")
                        .setParameter("id", eventId)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
