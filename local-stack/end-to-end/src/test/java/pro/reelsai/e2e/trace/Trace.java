package pro.reelsai.e2e.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spans of one trace that have come so far.
 *
 * @param spans in any order
 */
public record Trace(List<ReceivedSpan> spans) {
    public Trace {
        spans = List.copyOf(spans);
    }

    /** Whether there is one first span, and every other lies below one that has come as well. */
    public boolean isWhole() {
        Set<String> ids = spans.stream().map(ReceivedSpan::id).collect(Collectors.toSet());
        List<String> parents = spans.stream().map(ReceivedSpan::parent).toList();
        return parents.stream().filter(String::isEmpty).count() == 1
                && parents.stream().allMatch(parent -> parent.isEmpty() || ids.contains(parent));
    }

    /** The processes that took part, by their {@code service.name}. */
    public Set<String> services() {
        return spans.stream().map(ReceivedSpan::service).collect(Collectors.toSet());
    }

    /** The providers that were asked. */
    public Set<String> providers() {
        return said("peer.service").collect(Collectors.toSet());
    }

    /** The spans of a name. */
    public List<Map<String, String>> named(String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .map(ReceivedSpan::attributes)
                .toList();
    }

    /** What the spans say under a key, as often as they do. */
    public Stream<String> said(String key) {
        return spans.stream().filter(span -> span.attributes().containsKey(key)).map(span -> span.attributes()
                .get(key));
    }
}
