package pro.reelsai.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.operate.Replayer;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.model.Stage;

/** {@code replay}: repeats a past run, or has a stage hear its requests again. */
@Command(
        name = "replay",
        description = {
            "Repeats a past run from one of its stages: replay --run RUN --from STAGE.",
            "Or has a stage hear again what it was asked: replay --stage STAGE --since TIME."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Option(names = "--run", paramLabel = "RUN", description = "The run to repeat.")
    @Nullable
    UUID run;

    @Option(
            names = "--from",
            paramLabel = "STAGE",
            description = "From which stage on: voice, lipsync, editing, caption.")
    @Nullable
    Stage from;

    @Option(names = "--shadow", description = "That stage alone, into replays/, seen and paid by nobody.")
    boolean shadow;

    @Option(names = "--paid-calls", description = "A shadow may pay providers whose answer is not kept.")
    boolean paidCalls;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            arity = "1..*",
            description = "Other settings, such as caption_style=calm.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes.")
    @Nullable
    Path out;

    @Option(names = "--stage", paramLabel = "STAGE", description = "The stage that is to hear its requests again.")
    @Nullable
    Stage stage;

    @Option(names = "--since", paramLabel = "TIME", description = "Those of the last 30s, 15m, 2h, 3d.")
    @Nullable
    String since;

    @Option(names = "--dry-run", description = "Only say what would happen.")
    boolean dryRun;

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        checkOptions();
        PrintWriter print = spec.commandLine().getOut();
        try (LocalStack stack = surroundings.runningStack()) {
            if (stage != null && since != null) {
                return new StageReplay(stack, print).run(stage, Durations.parse(since), dryRun);
            }
            String token = stack.token(UUID.randomUUID(), AccessTokens.SERVICE_ROLE, Duration.ofHours(1));
            try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token)) {
                repeat(api, print);
                return 0;
            }
        }
    }

    private void repeat(ApiClient api, PrintWriter print) throws ApiException, IOException, InterruptedException {
        Replayer replayer = new Replayer(api, new Terminal(print, surroundings.isTerminal()));
        JsonNode answer = replayer.ask(required(run), body());
        answer.path("changes")
                .forEach(change -> print.printf(
                        "  %s: %s -> %s%n",
                        change.path("setting").asText(),
                        change.path("from").asText(),
                        change.path("to").asText()));
        answer.path("stages")
                .forEach(step -> print.printf(
                        "  %-8s %s%n",
                        step.path("stage").asText(), step.path("expected").asText()));
        if (dryRun) {
            print.println("Nothing was started.");
            print.flush();
            return;
        }
        String id = answer.path("run_id").asText();
        print.println((shadow ? "Shadow run " : "Run ") + id);
        print.flush();
        JsonNode detail = replayer.await(id);
        JsonNode file = Replayer.result(detail).orElseThrow(() -> new IOException("The replay has made no file"));
        print.println("  " + file.path("key").asText());
        print.println("  sha256 " + file.path("sha256").asText());
        if (out != null) {
            api.fetch(URI.create(file.path("url").asText()), out);
            print.println("  " + out.toAbsolutePath().normalize());
        }
        print.flush();
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("from_stage", required(from).wireName());
        body.put("shadow", shadow);
        body.put("paid_calls", paidCalls);
        body.put("dry_run", dryRun);
        Map<String, Object> set = new LinkedHashMap<>();
        settings.forEach((name, value) -> set.put(name, json(value)));
        body.put("set", set);
        return body;
    }

    /** Numbers, lists and null as what they look like; anything else is text. */
    private static Object json(String value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            return value;
        }
    }

    private void checkOptions() {
        boolean ofRun = run != null && from != null && stage == null && since == null;
        boolean ofStage = run == null
                && from == null
                && stage != null
                && since != null
                && !shadow
                && !paidCalls
                && settings.isEmpty()
                && out == null;
        if (!ofRun && !ofStage) {
            throw new ParameterException(
                    spec.commandLine(), "Either --run and --from, or --stage and --since; see ./reels replay --help");
        }
        if (paidCalls && !shadow) {
            throw new ParameterException(
                    spec.commandLine(), "--paid-calls goes with --shadow; what counts pays anyway");
        }
    }

    private static <T> T required(@Nullable T option) {
        if (option == null) {
            throw new IllegalStateException("checked before");
        }
        return option;
    }
}
