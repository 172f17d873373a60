package pro.reelsai.local.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.Service;

/** {@code down}: stops the suite. */
@Command(name = "down", description = "Stops the suite, or one service of it. Its data stays.")
final class DownCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "SERVICE",
            arity = "0..1",
            description = "The service to stop; ./reels up starts it again.")
    @Nullable
    Service service;

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        try (LocalStack stack = surroundings.runningStack()) {
            boolean stopped = service == null ? stack.down() : stack.down(service);
            String what = service == null ? "The suite" : service.id();
            spec.commandLine().getOut().println(what + (stopped ? " is stopped." : " was not running."));
            return 0;
        }
    }
}
