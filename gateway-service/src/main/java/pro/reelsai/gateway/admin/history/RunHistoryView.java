package pro.reelsai.gateway.admin.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a run, as Kafka still has it.
 *
 * @param runId the run
 * @param complete whether all that Kafka has was read in the time there was
 * @param events the records of all topics, in the order in which they were written
 */
@Schema(name = "RunHistory")
public record RunHistoryView(UUID runId, boolean complete, List<RecordView> events) {
    /**
     * One record.
     *
     * @param topic its topic
     * @param partition its partition
     * @param offset its place there
     * @param at when it was written
     * @param lagMs how long after the one before, in milliseconds
     * @param id the event's id; null where the record has none
     * @param event the event; null where the bytes are no JSON
     */
    @Schema(name = "RecordedEvent")
    public record RecordView(
            String topic,
            int partition,
            long offset,
            Instant at,
            long lagMs,
            @Nullable String id,

            @Nullable @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            Object event) {}
}
