package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.Directories;
import pro.reelsai.local.demo.Browser;
import pro.reelsai.local.demo.FrontendSession;
import pro.reelsai.local.demo.Samples;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackException;

/** {@code session}: shows every request of a user's way to an ad. */
@Command(
        name = "session",
        description = "Makes an ad as a web frontend does, and shows every request. The suite has to be running.")
final class SessionCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--origin",
            description = "Where the page comes from (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://localhost:3000")
    String origin;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the ad goes (default: ${DEFAULT-VALUE}).",
            defaultValue = "ad.mp4")
    Path out;

    SessionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter print = spec.commandLine().getOut();
        Path samples = Files.createTempDirectory("reels-samples");
        try (LocalStack stack = surroundings.runningStack()) {
            if (!stack.isReady()) {
                throw new StackException("The suite is not running. Start it: ./reels up");
            }
            String token = stack.token(UUID.randomUUID(), AccessTokens.AUTHENTICATED, Duration.ofHours(1));
            try (Browser browser =
                    new Browser(stack.config().gatewayUrl(), origin, token, (method, path, status, body) -> {
                        print.printf("%-7s %-80s %d  %s%n", method, path, status, shortened(body));
                        print.flush();
                    })) {
                new FrontendSession(browser).walk(Samples.product(), Samples.assets(samples), out);
            }
        } finally {
            Directories.delete(samples);
        }
        print.println("Your ad: " + out.toAbsolutePath().normalize());
        return 0;
    }

    private static String shortened(String body) {
        return body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
    }
}
