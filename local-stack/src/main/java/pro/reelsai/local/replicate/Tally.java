package pro.reelsai.local.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts what was asked for, and what would have been paid for. */
public final class Tally {
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> calls = new TreeMap<>();

    synchronized void called(String route) {
        calls.merge(route, 1, Integer::sum);
    }

    void ordered(Order order) {
        orders.add(identity(order));
    }

    /** How often a route was called, such as {@code create}, {@code get}, {@code list}, {@code cancel}. */
    public synchronized int calls(String route) {
        return calls.getOrDefault(route, 0);
    }

    /** How many predictions were created, with inputs that contain a text. */
    public int predictions(String marker) {
        return (int) orders.stream().filter(order -> order.contains(marker)).count();
    }

    /** How many predictions were created. */
    public int predictions() {
        return orders.size();
    }

    /** How many different predictions were created; two are the same whose signed URLs lead to the same files. */
    public int distinctInputs() {
        return (int) orders.stream().distinct().count();
    }

    synchronized Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("predictions", predictions());
        json.put("distinct_inputs", distinctInputs());
        json.put("calls", new TreeMap<>(calls));
        return json;
    }

    /** The inputs in order, without the signatures of their URLs. */
    private static String identity(Order order) {
        Map<String, String> parts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> input : order.input().properties()) {
            String value = input.getValue().asText();
            int query = value.startsWith("http") ? value.indexOf('?') : -1;
            parts.put(input.getKey(), query < 0 ? value : value.substring(0, query));
        }
        return order.model().name() + " " + parts;
    }
}
