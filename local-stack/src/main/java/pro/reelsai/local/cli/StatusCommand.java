package pro.reelsai.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.PartState;
import pro.reelsai.local.stack.PartStatus;

/** {@code status}: what runs. */
@Command(
        name = "status",
        description = "Shows every part with its process, port and state.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every part is ready", "3:some part is not"})
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_READY = 3;

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Option(names = "--json", description = "As JSON.")
    boolean json;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        try (LocalStack stack = surroundings.runningStack()) {
            List<PartStatus> parts = stack.status();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows(parts)));
            } else {
                out.printf("%-9s %-9s %6s %8s %8s%n", "PART", "STATE", "PORT", "PID", "RESTARTS");
                for (PartStatus part : parts) {
                    out.printf(
                            "%-9s %-9s %6d %8s %8d%n",
                            part.name(),
                            part.state().label(),
                            part.port(),
                            part.pid() == null ? "-" : part.pid(),
                            part.restarts());
                }
            }
            return parts.stream().allMatch(part -> part.state() == PartState.READY) ? 0 : NOT_READY;
        }
    }

    private static List<Map<String, Object>> rows(List<PartStatus> parts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PartStatus part : parts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", part.name());
            row.put("pid", part.pid());
            row.put("port", part.port());
            row.put("state", part.state().label());
            row.put("restarts", part.restarts());
            rows.add(row);
        }
        return rows;
    }
}
