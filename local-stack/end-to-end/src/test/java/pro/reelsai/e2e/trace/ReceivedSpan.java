package pro.reelsai.e2e.trace;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span that a process has sent.
 *
 * @param service the process's {@code service.name}
 * @param trace the trace's id, 32 hexadecimal digits
 * @param id the span's, 16 of them
 * @param parent that of the span above it; empty for the first of its trace
 * @param name what it is called
 * @param attributes what it says, numbers and truth values as text
 */
public record ReceivedSpan(
        String service, String trace, String id, String parent, String name, Map<String, String> attributes) {
    private static final HexFormat HEX = HexFormat.of();

    public ReceivedSpan {
        attributes = Map.copyOf(attributes);
    }

    static ReceivedSpan of(String service, Span span) {
        return new ReceivedSpan(
                service,
                HEX.formatHex(span.getTraceId().toByteArray()),
                HEX.formatHex(span.getSpanId().toByteArray()),
                HEX.formatHex(span.getParentSpanId().toByteArray()),
                span.getName(),
                texts(span.getAttributesList()));
    }

    static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, pair -> text(pair.getValue())));
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            default -> value.toString();
        };
    }
}
