package pro.reelsai.gateway.idempotency;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code idempotent_answers}. */
@Entity
@IdClass(AnswerEntity.Scope.class)
@Table(name = "idempotent_answers")
public class AnswerEntity extends PanacheEntityBase {
    @Id
    public UUID userId;

    @Id
    public String path;

    @Id
    public String key;

    public String fingerprint;
    public int status;
    public String body;
    public Instant createdAt;

    static AnswerEntity in(Scope scope) {
        AnswerEntity answer = new AnswerEntity();
        answer.userId = scope.userId;
        answer.path = scope.path;
        answer.key = scope.key;
        return answer;
    }

    static Uni<Long> deleteOlderThan(Instant time) {
        return delete("createdAt < ?1", time);
    }

    /** The primary key: whose key it is, and where it was used. */
    public static class Scope {
        public UUID userId;
        public String path;
        public String key;

        /** For Hibernate. */
        public Scope() {}

        Scope(UUID userId, String path, String key) {
            this.userId = userId;
            this.path = path;
            this.key = key;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Scope scope
                    && Objects.equals(userId, scope.userId)
                    && Objects.equals(path, scope.path)
                    && Objects.equals(key, scope.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, path, key);
        }
    }
}
