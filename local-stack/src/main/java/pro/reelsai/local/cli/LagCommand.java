package pro.reelsai.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.stack.LocalStack;

/** {@code lag}: what waits in the topics. */
@Command(
        name = "lag",
        description = "Shows how many requests wait for each stage, and what the gateway has yet to hear.")
final class LagCommand implements Callable<Integer> {
    private static final String GATEWAY = "gateway";

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    LagCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalStack stack = surroundings.runningStack()) {
            String token = stack.token(UUID.randomUUID(), AccessTokens.SERVICE_ROLE, Duration.ofHours(1));
            try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token)) {
                JsonNode lags = api.get("/api/admin/lag");
                out.printf("%-8s %-27s %8s %8s %8s%n", "READER", "TOPIC", "READERS", "WAITING", "RETRYING");
                for (JsonNode lag : lags) {
                    out.printf(
                            "%-8s %-27s %8d %8d %8d%n",
                            lag.path("stage").asText(GATEWAY),
                            lag.path("topic").asText(),
                            lag.path("readers").asInt(),
                            lag.path("waiting").asLong(),
                            lag.path("retrying").asLong());
                }
                out.flush();
                return 0;
            }
        }
    }
}
