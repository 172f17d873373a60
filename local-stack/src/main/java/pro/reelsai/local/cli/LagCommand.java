package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import pro.reelsai.local.operate.StageLag;
import pro.reelsai.local.operate.StageLag.Lag;
import pro.reelsai.local.stack.LocalStack;

/** {@code lag}: what waits for each stage. */
@Command(name = "lag", description = "Shows how many requests wait for each stage.")
final class LagCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    LagCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalStack stack = surroundings.runningStack();
                StageLag lags = new StageLag(stack.config().kafka())) {
            out.printf("%-8s %8s %8s %8s%n", "STAGE", "READERS", "WAITING", "RETRYING");
            for (Lag lag : lags.all()) {
                out.printf("%-8s %8d %8d %8d%n", lag.stage().wireName(), lag.members(), lag.waiting(), lag.retrying());
            }
            out.flush();
            return 0;
        }
    }
}
