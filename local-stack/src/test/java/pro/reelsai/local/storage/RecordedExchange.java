package pro.reelsai.local.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request to the real server, and what it answered. */
record RecordedExchange(
        String name,
        String method,
        String path,
        Map<String, String> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> responseHeaders,
        String responseBody) {
    private static final String FILE = "/recorded/supabase-storage.http";

    static List<RecordedExchange> all() throws IOException {
        String text;
        try (InputStream in = RecordedExchange.class.getResourceAsStream(FILE)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<RecordedExchange> exchanges = new ArrayList<>();
        for (String block : text.split("(?m)^### ")) {
            if (block.contains("\n> ")) {
                exchanges.add(parse(block.lines().toList()));
            }
        }
        return exchanges;
    }

    private static RecordedExchange parse(List<String> lines) {
        List<String> sent = lines.stream()
                .filter(line -> line.startsWith(">"))
                .map(RecordedExchange::content)
                .toList();
        List<String> received = lines.stream()
                .filter(line -> line.startsWith("<"))
                .map(RecordedExchange::content)
                .toList();
        String[] request = sent.getFirst().split(" ", 2);
        return new RecordedExchange(
                lines.getFirst().strip(),
                request[0],
                request[1],
                headers(sent),
                body(sent),
                Integer.parseInt(received.getFirst().split(" ")[1]),
                headers(received),
                body(received));
    }

    private static String content(String line) {
        return line.length() > 2 ? line.substring(2) : "";
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (!line.startsWith("[body]") && colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String body(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("[body]"))
                .map(line -> line.substring("[body]".length()).strip())
                .findFirst()
                .orElse("");
    }
}
