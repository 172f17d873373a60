package pro.reelsai.runtime.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.trace.RunTrace;

/**
 * Turns events into Kafka records and back.
 *
 * <p>Records follow the CloudEvents Kafka protocol binding 1.0.2 in binary content mode: attributes are {@code ce_…}
 * headers, the value is the data. The topic's name carries the version, so it decides the type. One more header says which
 * span of the run's trace the record came of.
 */
@ApplicationScoped
public class EventCodec {
    private static final String TYPE_PREFIX = "pro.";
    private static final Set<String> REQUESTS = Set.copyOf(Topics.requests());

    private final ObjectMapper mapper;
    private final Clock clock = Clock.systemUTC();

    public EventCodec(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Encodes an event.
     *
     * @throws EventTooLargeException if the event is larger than {@link Topics#MAX_EVENT_BYTES}
     */
    public EncodedEvent encode(ReelsEvent event) {
        String value = write(event);
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Topics.MAX_EVENT_BYTES) {
            throw new EventTooLargeException("Event " + event.id() + " has " + bytes + " bytes; at most "
                    + Topics.MAX_EVENT_BYTES + " fit a topic");
        }
        String runId = event.runId().toString();
        return new EncodedEvent(
                event.topic(),
                runId,
                value,
                Map.of(
                        "ce_specversion",
                        "1.0",
                        EncodedEvent.ID_HEADER,
                        event.id(),
                        EncodedEvent.TYPE_HEADER,
                        TYPE_PREFIX + event.topic(),
                        "ce_source",
                        "/reels/" + event.stage().wireName(),
                        "ce_subject",
                        runId,
                        EncodedEvent.TIME_HEADER,
                        clock.instant().toString(),
                        "content-type",
                        "application/json",
                        RunTrace.HEADER,
                        RunTrace.header(event.runId())));
    }

    /**
     * Decodes a record of which nothing is trusted yet.
     *
     * @param topic the topic it came from
     * @param value its value as it came
     * @param type its {@code ce_type} header; null where it has none
     * @throws EventUnreadableException if the bytes are too many or not UTF-8, the type is none of ours, the topic is not
     *     one of ours, or the value is not its event
     */
    public ReelsEvent decode(String topic, byte @Nullable [] value, @Nullable String type)
            throws EventUnreadableException {
        if (value == null) {
            throw new EventUnreadableException("A record of " + topic + " has no value");
        }
        if (value.length > Topics.MAX_EVENT_BYTES) {
            throw new EventUnreadableException("A record of " + topic + " has " + value.length + " bytes; at most "
                    + Topics.MAX_EVENT_BYTES + " are read");
        }
        if (type != null && !type.equals(TYPE_PREFIX + topic)) {
            throw new EventUnreadableException("A record of " + topic + " is of another type or version");
        }
        return decode(topic, text(topic, value));
    }

    private static String text(String topic, byte[] value) throws EventUnreadableException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new EventUnreadableException("A record of " + topic + " is not UTF-8", e);
        }
    }

    /**
     * Decodes the value of a record.
     *
     * @param topic the topic it came from
     * @param value its value; null for a tombstone or for bytes that the connector could not read
     * @throws EventUnreadableException if the topic is not one of ours or the value is not its event
     */
    public ReelsEvent decode(String topic, @Nullable String value) throws EventUnreadableException {
        if (value == null) {
            throw new EventUnreadableException("A record of " + topic + " has no value");
        }
        try {
            ReelsEvent event = mapper.readValue(value, typeOf(topic));
            if (event == null) {
                throw new EventUnreadableException("A record of " + topic + " holds a JSON null");
            }
            requireAddress(topic, event);
            return event;
        } catch (JsonProcessingException e) {
            throw new EventUnreadableException(
                    "A record of " + topic + " is not its event: " + e.getOriginalMessage(), e);
        }
    }

    @SuppressWarnings("ConstantValue") // Jackson leaves a missing component null whatever the annotations promise
    private static void requireAddress(String topic, ReelsEvent event) throws EventUnreadableException {
        if (event.runId() == null || event.projectId() == null || event.stage() == null || event.attempt() < 1) {
            throw new EventUnreadableException("A record of " + topic + " lacks run, project, stage or attempt");
        }
        if (event instanceof LipsyncCallback callback && callback.externalId() == null) {
            throw new EventUnreadableException("A record of " + topic + " names no job");
        }
        if (event instanceof StageRequested request && (request.context() == null || request.deadline() == null)) {
            throw new EventUnreadableException("A record of " + topic + " lacks context or deadline");
        }
        if (!event.topic().equals(topic)) {
            throw new EventUnreadableException("A record of " + topic + " belongs to " + event.topic());
        }
    }

    private static Class<? extends ReelsEvent> typeOf(String topic) throws EventUnreadableException {
        if (REQUESTS.contains(topic)) {
            return StageRequested.class;
        }
        return switch (topic) {
            case Topics.SCRIPT_GENERATED -> ScriptGenerated.class;
            case Topics.LIPSYNC_CALLBACK -> LipsyncCallback.class;
            case Topics.RUN_COMPLETED -> RunCompleted.class;
            case Topics.RUN_FAILED -> RunFailed.class;
            case Topics.RUN_PROGRESS -> RunProgress.class;
            case Topics.RUN_CANCELLED -> RunCancelled.class;
            default -> throw new EventUnreadableException("No event is known for topic " + topic);
        };
    }

    private String write(ReelsEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event " + event.id() + " cannot be written as JSON", e);
        }
    }
}
