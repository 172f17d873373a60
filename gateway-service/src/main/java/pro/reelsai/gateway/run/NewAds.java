package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import pro.reelsai.gateway.outbox.Outbox;
import pro.reelsai.gateway.platform.json.HeadersColumn;
import pro.reelsai.gateway.platform.json.StageContextColumn;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;

/**
 * Writes all that a new ad begins with in one statement: every ad begins here, and each statement costs PostgreSQL and
 * Hibernate more than the row that it writes.
 */
@ApplicationScoped
class NewAds {
    /** Where the balance does not allow it, or there is no such user, nothing is written. */
    private static final String BEGIN = """
            with payer as (
                select id from profiles where id = cast(:user as uuid) and credits > 0 for update),
            begun as (
                insert into runs
                    (id, project_id, user_id, kind, state, attempt, paid_calls, context, admitted_at, deadline, created_at)
                select cast(:run as uuid), cast(:project as uuid), id, 'VIDEO', 'RESERVED', :attempt, true,
                       cast(cast(:context as text) as jsonb), :now, :deadline, :now
                from payer),
            asked as (
                insert into stage_executions (run_id, stage, attempt, state, percent, cost_usd, requested_at, context)
                select cast(:run as uuid), :stage, :attempt, 'PENDING', 0, 0, :now, cast(cast(:context as text) as jsonb)
                from payer),
            said as (
                insert into outbox (event_id, run_id, topic, key, value, headers, created_at)
                select :event, cast(:run as uuid), :topic, :key, :value, cast(cast(:headers as text) as jsonb), :now
                from payer),
            shown as (
                update projects set status = 'PROCESSING', updated_at = :now
                from payer where projects.id = cast(:project as uuid))
            insert into credit_ledger (user_id, kind, amount, run_id, attempt, reason, created_at)
            select id, 'RESERVE', -1, cast(:run as uuid), :attempt, 'Set aside for an ad', :now
            from payer
            """;

    private static final StageContextColumn CONTEXT = new StageContextColumn();
    private static final HeadersColumn HEADERS = new HeadersColumn();

    private final Outbox outbox;

    NewAds(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Begins an ad whose turn it is, in the caller's transaction: the run, the request of its first stage and the event
     * that asks for it, the credit that is set aside, and the project's status.
     *
     * @return false where the user has no credit; then nothing is written
     */
    Uni<Boolean> begin(RunEntity run) {
        StageRequested request = run.request(run.firstStage());
        EncodedEvent event = outbox.encode(request);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN)
                        .setParameter("user", run.userId)
                        .setParameter("run", run.id)
                        .setParameter("project", run.projectId)
                        .setParameter("attempt", run.attempt)
                        .setParameter("context", CONTEXT.convertToDatabaseColumn(run.context))
                        .setParameter("stage", request.stage().name())
                        .setParameter("now", run.createdAt)
                        .setParameter("deadline", run.deadline)
                        .setParameter("event", request.id())
                        .setParameter("topic", event.topic())
                        .setParameter("key", event.key())
                        .setParameter("value", event.value())
                        .setParameter("headers", HEADERS.convertToDatabaseColumn(event.headers()))
                        .executeUpdate())
                .map(rows -> rows == 1)
                .call(begun -> begun
                        ? outbox.sendAfterCommit(request)
                        : Uni.createFrom().voidItem());
    }
}
