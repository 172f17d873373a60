package pro.reelsai.local.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackException;

/** {@code logs}: what a part has printed. */
@Command(name = "logs", description = "Shows what a part has printed.")
final class LogsCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "SERVICE",
            description = "One of: ${COMPLETION-CANDIDATES}",
            completionCandidates = Names.class)
    String part;

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines from the end (default: ${DEFAULT-VALUE}).",
            defaultValue = "200")
    int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is printed from now on.")
    boolean follow;

    LogsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (!LocalStack.partNames().contains(part.replaceFirst("-\\d$", ""))) {
            throw new StackException(
                    "There is no service '" + part + "'. There are: " + String.join(", ", LocalStack.partNames()));
        }
        try (LocalStack stack = surroundings.runningStack()) {
            Path log = stack.log(part);
            if (!Files.exists(log)) {
                throw new StackException(part + " has printed nothing yet.");
            }
            show(log);
            return 0;
        }
    }

    private void show(Path log) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader reader = Files.newBufferedReader(log)) {
            Deque<String> tail = new ArrayDeque<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                tail.add(line);
                if (tail.size() > lines) {
                    tail.remove();
                }
            }
            tail.forEach(out::println);
            out.flush();
            while (follow && !out.checkError()) {
                String line = reader.readLine();
                if (line == null) {
                    Thread.sleep(BETWEEN_LOOKS);
                } else {
                    out.println(line);
                }
            }
        }
    }

    /** The names of the parts, for the help text. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(LocalStack.partNames());
        }
    }
}
