package pro.reelsai.gateway;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of Server-Sent Events that reads what comes, as it comes. */
final class EventStream implements AutoCloseable {
    /** An event as it was sent; a comment has neither id nor data. */
    record Event(
            @Nullable String id,
            @Nullable String name,
            @Nullable String data,
            @Nullable String comment) {}

    final List<Event> events = new CopyOnWriteArrayList<>();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> answer;
    private volatile boolean ended;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    static EventStream open(String token, String project) {
        return open(token, project, null);
    }

    static EventStream open(String token, String project, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/api/projects/" + project + "/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            EventStream stream =
                    new EventStream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
            Thread.ofVirtual().start(stream::read);
            return stream;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            List<String> block = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(new Event(
                            field(block, "id:"), field(block, "event:"), field(block, "data:"), field(block, ":")));
                    block.clear();
                } else {
                    block.add(line);
                }
            }
            ended = true;
        } catch (IOException e) {
            // Closed by the test, or cut.
        }
    }

    private static @Nullable String field(List<String> block, String name) {
        return block.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()).strip())
                .orElse(null);
    }

    int status() {
        return answer.statusCode();
    }

    HttpHeaders headers() {
        return answer.headers();
    }

    /** Whether the server has ended it, in order. */
    boolean hasEnded() {
        return ended;
    }

    List<Event> statuses() {
        return events.stream().filter(event -> "status".equals(event.name())).toList();
    }

    Event last() {
        return statuses().getLast();
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
