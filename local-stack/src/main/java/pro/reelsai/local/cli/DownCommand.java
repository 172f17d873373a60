package pro.reelsai.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import pro.reelsai.local.stack.LocalStack;

/** {@code down}: stops the suite. */
@Command(name = "down", description = "Stops the suite. Its data stays.")
final class DownCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        try (LocalStack stack = surroundings.runningStack()) {
            boolean stopped = stack.down();
            spec.commandLine().getOut().println(stopped ? "The suite is stopped." : "The suite was not running.");
            return 0;
        }
    }
}
