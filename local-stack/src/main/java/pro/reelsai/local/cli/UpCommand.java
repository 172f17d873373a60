package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.Service;

/** {@code up}: starts the suite. */
@Command(name = "up", description = "Starts the suite and returns when all of it is ready.")
final class UpCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--replicas",
            paramLabel = "SERVICE=N",
            split = ",",
            description = "How many processes of a service, such as voice=3,editing=2; one of each otherwise.")
    Map<Service, Integer> replicas = Map.of();

    @Option(
            names = "--providers",
            paramLabel = "local|vendors",
            description = "vendors: stand-ins for the vendors run beside the suite, and it uses them; local: as it is.")
    String providers = "local";

    UpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (!List.of("local", "vendors").contains(providers)) {
            throw new ParameterException(spec.commandLine(), "--providers has to be local or vendors");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (LocalStack stack = surroundings.suite(replicas, providers.equals("vendors"))) {
            boolean started = stack.up(new StartReport(out));
            out.println(started ? "The suite is ready." : "The suite is already running.");
            Addresses.print(stack, out);
            return 0;
        }
    }
}
