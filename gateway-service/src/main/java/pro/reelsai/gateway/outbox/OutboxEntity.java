package pro.reelsai.gateway.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.json.HeadersColumn;
import pro.reelsai.gateway.platform.json.Jsonb;

/** A row of {@code outbox}: an event that Kafka has, or is still to get. */
@Entity
@Table(name = "outbox")
public class OutboxEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String eventId;
    public UUID runId;
    public String topic;
    public String key;
    public String value;

    @Convert(converter = HeadersColumn.class)
    @ColumnTransformer(read = "cast(headers as text)", write = Jsonb.WRITE)
    public Map<String, String> headers;

    public Instant createdAt;
    public @Nullable Instant sentAt;
}
