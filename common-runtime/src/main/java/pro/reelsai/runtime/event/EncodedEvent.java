package pro.reelsai.runtime.event;

import java.util.Map;

/**
 * An event as a Kafka record, in CloudEvents' binary content mode.
 *
 * @param topic where it goes
 * @param key the run's id
 * @param value the event as JSON
 * @param headers the CloudEvents attributes as {@code ce_…} headers, the content type, and the span of which it came
 */
public record EncodedEvent(String topic, String key, String value, Map<String, String> headers) {
    /** The header that carries {@link pro.reelsai.model.event.ReelsEvent#id()}. */
    public static final String ID_HEADER = "ce_id";

    /** The header that carries the event's type, which ends in the topic's name and so in the version. */
    public static final String TYPE_HEADER = "ce_type";

    /** The header that says when the event was made, as ISO 8601. */
    public static final String TIME_HEADER = "ce_time";

    public EncodedEvent {
        headers = Map.copyOf(headers);
    }
}
