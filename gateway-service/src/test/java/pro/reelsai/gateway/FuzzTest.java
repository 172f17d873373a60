package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pro.reelsai.gateway.RawHttp.Answer;

/** 10,000 requests that are wrong in some way, over every route of the document: no fault, and nothing given away. */
@GatewayTest
class FuzzTest {
    private static final int REQUESTS = 10_000;
    private static final int CALLERS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What would tell a stranger what the gateway is made of. */
    private static final Pattern LEAK = Pattern.compile(
            "pro\\.reelsai|quarkus|jakarta\\.|java\\.(lang|util|net)|hibernate|vertx|jackson|Exception|\\tat |/tmp/|\\.java"
                    + "|(?i:insert into|select \\w+ from|sqlstate|constraint \")");

    /** The server refuses what is not HTTP by itself, and without a body. */
    private static final Set<Integer> NOT_HTTP = Set.of(0, 400, 413, 414, 431, 501, 505);

    @Test
    void answersWhateverIsSentWithoutAFaultAndGivesNothingAway() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();
        Map<String, String> own = Map.of("project_id", project, "product_id", caller.product());
        MalformedRequests requests =
                new MalformedRequests(ApiDocument.fetch().operations(), own, caller.authorization());

        // When
        List<String> complaints = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger answered = new AtomicInteger();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int first = 0; first < CALLERS; first++) {
                int start = first;
                sent.add(callers.submit(() -> {
                    for (int number = start; number < REQUESTS; number += CALLERS) {
                        byte[] request = requests.make(number);
                        Answer answer;
                        try {
                            answer = RawHttp.send(request);
                        } catch (SocketTimeoutException e) {
                            complaints.add("no answer to " + head(request));
                            continue;
                        }
                        answered.addAndGet(answer.status() > 0 ? 1 : 0);
                        complaint(answer)
                                .ifPresent(wrong -> complaints.add(wrong + ": " + answer + " to " + head(request)));
                    }
                    return null;
                }));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }

        // Then
        assertThat(complaints).isEmpty();
        assertThat(answered.get()).isGreaterThan(REQUESTS * 9 / 10);
        caller.request().get("/api/projects/{id}", project).then().statusCode(200);
    }

    private static java.util.Optional<String> complaint(Answer answer) throws IOException {
        if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
            return java.util.Optional.of("a fault");
        }
        if (LEAK.matcher(answer.body()).find()) {
            return java.util.Optional.of("a leak");
        }
        if (answer.body().isEmpty()) {
            boolean allowed = NOT_HTTP.contains(answer.status()) || answer.status() < 400 || isHeadOnly(answer);
            return allowed ? java.util.Optional.empty() : java.util.Optional.of("an empty refusal");
        }
        return answer.status() >= 400 && !isProblem(answer)
                ? java.util.Optional.of("not a problem")
                : java.util.Optional.empty();
    }

    private static boolean isHeadOnly(Answer answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json");
    }

    private static boolean isProblem(Answer answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")
                    && problem.path("status").asInt() == answer.status()
                    && !problem.path("detail").asText().isBlank()
                    && problem.path("title").isTextual()
                    && problem.path("instance").isTextual();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String head(byte[] request) {
        return new String(request, 0, Math.min(request.length, 700), StandardCharsets.ISO_8859_1)
                .replaceAll("Bearer ey\\S{20,}", "Bearer …");
    }
}
