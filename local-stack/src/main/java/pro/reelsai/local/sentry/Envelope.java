package pro.reelsai.local.sentry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Sentry envelope: a line of headers, then items, each a line of headers and a payload.
 *
 * <p>Source: <a href="https://develop.sentry.dev/sdk/foundations/transport/envelopes/">Sentry's envelopes</a>.
 *
 * @param headers of the envelope
 * @param items what it carries
 */
record Envelope(JsonNode headers, List<Item> items) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One item.
     *
     * @param type such as {@code event}
     * @param payload its bytes
     */
    record Item(String type, byte[] payload) {
        /**
         * The payload as JSON.
         *
         * @throws IOException if it is none
         */
        JsonNode json() throws IOException {
            return JSON.readTree(payload);
        }
    }

    /**
     * Reads an envelope.
     *
     * @throws IOException if it is damaged
     */
    static Envelope parse(byte[] bytes) throws IOException {
        int end = endOfLine(bytes, 0);
        JsonNode headers = object(bytes, 0, end);
        List<Item> items = new ArrayList<>();
        int at = end + 1;
        while (at < bytes.length) {
            end = endOfLine(bytes, at);
            JsonNode header = object(bytes, at, end);
            if (!header.path("type").isTextual()) {
                throw new IOException("An item has no type");
            }
            int begin = end + 1;
            int length = header.path("length").asInt(-1);
            end = length < 0 ? endOfLine(bytes, begin) : begin + length;
            if (end > bytes.length || (end < bytes.length && bytes[end] != '\n')) {
                throw new IOException("An item is not as long as it says");
            }
            items.add(new Item(header.path("type").asText(), Arrays.copyOfRange(bytes, begin, end)));
            at = end + 1;
        }
        return new Envelope(headers, items);
    }

    private static JsonNode object(byte[] bytes, int from, int to) throws IOException {
        JsonNode node = JSON.readTree(bytes, from, to - from);
        if (!node.isObject()) {
            throw new IOException("A header is not a JSON object");
        }
        return node;
    }

    private static int endOfLine(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
