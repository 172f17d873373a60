package pro.reelsai.gateway.admin.deadletter;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.json.HeadersColumn;
import pro.reelsai.gateway.platform.json.Jsonb;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;

/** A row of {@code dead_letters}: a record that no consumer could process. */
@Entity
@DynamicUpdate
@Table(name = "dead_letters")
public class DeadLetterEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String topic;
    public int kafkaPartition;
    public long kafkaOffset;
    public String sourceTopic;
    public @Nullable Integer sourcePartition;
    public @Nullable Long sourceOffset;
    public byte @Nullable [] key;
    public byte @Nullable [] value;

    @Convert(converter = HeadersColumn.class)
    @ColumnTransformer(read = "cast(headers as text)", write = Jsonb.WRITE)
    public Map<String, String> headers;

    public String reason;

    @Enumerated(EnumType.STRING)
    public FailureCode code;

    public @Nullable UUID runId;

    @Enumerated(EnumType.STRING)
    public @Nullable Stage stage;

    public @Nullable Integer attempt;
    public Instant diedAt;
    public @Nullable Instant retriedAt;
    public @Nullable Integer retriedAttempt;

    static DeadLetterEntity of(DeadLetter letter) {
        DeadLetterEntity row = new DeadLetterEntity();
        row.topic = letter.topic();
        row.kafkaPartition = letter.partition();
        row.kafkaOffset = letter.offset();
        row.sourceTopic = letter.sourceTopic();
        row.sourcePartition = letter.sourcePartition();
        row.sourceOffset = letter.sourceOffset();
        row.key = letter.key();
        row.value = letter.value();
        row.headers = letter.headers();
        row.reason = letter.reason();
        row.code = letter.code();
        row.runId = letter.runId();
        row.stage = letter.stage();
        row.attempt = letter.attempt();
        row.diedAt = letter.diedAt();
        return row;
    }

    static Uni<Boolean> isKept(DeadLetter letter) {
        return count(
                        "topic = ?1 and kafkaPartition = ?2 and kafkaOffset = ?3",
                        letter.topic(),
                        letter.partition(),
                        letter.offset())
                .map(rows -> rows > 0);
    }

    static Uni<List<DeadLetterEntity>> newest(long before, int limit) {
        return DeadLetterEntity.<DeadLetterEntity>find("id < ?1 order by id desc", before)
                .page(0, limit)
                .list();
    }
}
