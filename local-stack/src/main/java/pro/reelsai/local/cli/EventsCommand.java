package pro.reelsai.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.operate.EventTable;
import pro.reelsai.local.stack.LocalStack;

/** {@code events}: a run's history. */
@Command(name = "events", description = "Prints all that was said of a run, in order, as Kafka still has it.")
final class EventsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    UUID run;

    @Option(names = "--json", description = "As JSON, with the events themselves.")
    boolean json;

    EventsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalStack stack = surroundings.runningStack()) {
            String token = stack.token(UUID.randomUUID(), AccessTokens.SERVICE_ROLE, Duration.ofHours(1));
            try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token)) {
                JsonNode history = api.get("/api/admin/runs/" + run + "/events");
                if (json) {
                    out.println(
                            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(history));
                } else {
                    new EventTable(ZoneId.systemDefault()).print(history, out);
                }
                out.flush();
                return 0;
            }
        }
    }
}
