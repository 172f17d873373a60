package pro.reelsai.gateway.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.idempotency.AnswerEntity.Scope;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/**
 * Lets a request that carries an {@code Idempotency-Key} take effect once, however often it is sent.
 *
 * <p>The operation and the note of its answer are one transaction, under an advisory lock that ends with it. So whatever
 * dies between any two lines, either both are there or neither is, and no key stays taken. An operation that fails leaves
 * no note: the same key may try again.
 */
@ApplicationScoped
public class Idempotency {
    /** Says that an answer was given before. */
    static final String REPLAYED = "Idempotent-Replayed";

    /** In Hibernate's words, since it looks each native query with a result class up anew, at a price. */
    private static final String LOCK = "select function('pg_try_advisory_xact_lock' as Boolean, :lock)";

    private final ObjectMapper mapper;
    private final UriInfo uri;
    private final Duration retention;

    public Idempotency(ObjectMapper mapper, UriInfo uri, IdempotencyConfig config) {
        this.mapper = mapper;
        this.uri = uri;
        this.retention = config.retention();
    }

    /**
     * Answers a request, with what was answered before where it was.
     *
     * @param key the client's name for the request; without one the operation is simply done
     * @param user whose request it is
     * @param body what the request says; another body under the same key is a problem 422
     * @param type what is answered
     * @param operation does what is asked for, in the transaction of the caller
     * @return the answer; a problem 409 while the first such request is under way
     */
    public <T> Uni<RestResponse<T>> once(
            @Nullable IdempotencyKey key, UUID user, @Nullable Object body, Class<T> type, Supplier<Uni<T>> operation) {
        if (key == null) {
            return operation.get().map(RestResponse::ok);
        }
        Scope scope = new Scope(user, uri.getPath(), key.value());
        String fingerprint = Digest.hex(json(body).getBytes(StandardCharsets.UTF_8));
        return Panache.withTransaction(() -> lock(scope)
                .chain(() -> AnswerEntity.<AnswerEntity>findById(scope))
                .chain(known ->
                        known != null && known.createdAt.isAfter(Now.instant().minus(retention))
                                ? Uni.createFrom().item(() -> replay(known, fingerprint, type))
                                : operation
                                        .get()
                                        .call(answer -> keep(known, scope, fingerprint, answer))
                                        .map(RestResponse::ok)));
    }

    private static Uni<Void> lock(Scope scope) {
        String name = String.join("\n", scope.userId.toString(), scope.path, scope.key);
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(LOCK, Boolean.class)
                        .setParameter("lock", Digest.lock(name.getBytes(StandardCharsets.UTF_8)))
                        .getSingleResult())
                .invoke(taken -> {
                    if (!taken) {
                        throw ApiProblem.conflict(
                                "The first request with this Idempotency-Key is still under way; try again in a moment");
                    }
                })
                .replaceWithVoid();
    }

    private <T> RestResponse<T> replay(AnswerEntity known, String fingerprint, Class<T> type) {
        if (!known.fingerprint.equals(fingerprint)) {
            throw ApiProblem.invalid(IdempotencyKey.HEADER, "was used for another request; take a fresh one");
        }
        try {
            return ResponseBuilder.<T>create(known.status)
                    .entity(mapper.readValue(known.body, type))
                    .header(REPLAYED, "true")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer kept for " + known.path + " cannot be read", e);
        }
    }

    private Uni<Void> keep(@Nullable AnswerEntity expired, Scope scope, String fingerprint, Object answer) {
        AnswerEntity row = expired == null ? AnswerEntity.in(scope) : expired;
        row.fingerprint = fingerprint;
        row.status = RestResponse.StatusCode.OK;
        row.body = json(answer);
        row.createdAt = Now.instant();
        return expired == null
                ? row.persist().replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private String json(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request or an answer of ours cannot be written as JSON", e);
        }
    }
}
