package pro.reelsai.local.cli;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.stack.LocalStack;

/** {@code token}: a bearer token and nothing else. */
@Command(name = "token", description = "Prints a bearer token for the API, and nothing else.")
final class TokenCommand implements Callable<Integer> {
    private static final String SOMEBODY = "00000000-0000-4000-8000-000000000001";

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--user",
            paramLabel = "UUID",
            description = "Whose (default: ${DEFAULT-VALUE}).",
            defaultValue = SOMEBODY)
    UUID user;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "${DEFAULT-VALUE}, or service_role for an operator.",
            defaultValue = AccessTokens.AUTHENTICATED)
    String role;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "How long it lives, 1 to 24 (default: ${DEFAULT-VALUE}).",
            defaultValue = "12")
    int hours;

    TokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        try (LocalStack stack = surroundings.runningStack()) {
            spec.commandLine().getOut().println(stack.token(user, role, Duration.ofHours(hours)));
            return 0;
        }
    }
}
