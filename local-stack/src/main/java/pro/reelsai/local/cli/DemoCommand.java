package pro.reelsai.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.Directories;
import pro.reelsai.local.demo.AdMaker;
import pro.reelsai.local.demo.AdRequest;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.SampleProduct;
import pro.reelsai.local.demo.Samples;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StopOnInterrupt;

/** {@code demo}: makes an ad. */
@Command(
        name = "demo",
        description = "Makes an ad of a sample product, or of yours. Starts the suite if need be, and stops it again.")
final class DemoCommand implements Callable<Integer> {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the ad goes (default: ${DEFAULT-VALUE}).",
            defaultValue = "ad.mp4")
    Path out;

    @Mixin
    LookOptions look = new LookOptions();

    @Option(
            names = "--presenter",
            paramLabel = "NAME",
            description = "Who presents it, such as Leo (default: the first there is).")
    @Nullable
    String presenter;

    @Option(
            names = "--seconds",
            paramLabel = "15|30",
            description = "The ad's length (default: ${DEFAULT-VALUE}).",
            defaultValue = "15")
    int seconds;

    @Option(
            names = "--product-name",
            paramLabel = "TEXT",
            description = "A product of your own; needs --product-description.")
    @Nullable
    String productName;

    @Option(names = "--product-description", paramLabel = "TEXT", description = "What your product does.")
    @Nullable
    String productDescription;

    @Option(
            names = "--asset",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Pictures and clips (default: the samples).")
    List<Path> assets = List.of();

    @Option(
            names = "--providers",
            paramLabel = "local|vendors",
            description =
                    "Who writes, speaks and animates; vendors: stand-ins for OpenAI, ElevenLabs and Replicate (default: local).",
            defaultValue = "local")
    String providers;

    @Option(
            names = "--hooks",
            paramLabel = "1..5",
            description = "How many openings: an ad is made for each (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    int hooks;

    @Option(names = "--keep", description = "Leave the suite running.")
    boolean keep;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    // What is closed at the end of the block need not be named in it.
    @Override
    @SuppressWarnings("try")
    public Integer call() throws Exception {
        checkOptions();
        PrintWriter print = spec.commandLine().getOut();
        try (LocalStack stack = vendors() ? surroundings.wantedStackWithVendors() : surroundings.wantedStack()) {
            List<Path> files = new ArrayList<>();
            boolean started = stack.up(new StartReport(print));
            boolean stopping = started && !keep;
            try (StopOnInterrupt guard = StopOnInterrupt.guard(() -> {
                if (stopping) {
                    stack.down();
                }
            })) {
                make(stack, print, files);
            } finally {
                if (stopping) {
                    stack.down();
                }
            }
            print.println();
            files.forEach(file -> print.println("Your ad: " + file));
            if (stopping) {
                print.println("The suite is stopped; ./reels up starts it again at:");
            }
            Addresses.print(stack, print);
            return 0;
        }
    }

    private void make(LocalStack stack, PrintWriter print, List<Path> files) throws Exception {
        // A new user every time: the credits to start with never run out.
        String token = stack.token(UUID.randomUUID(), AccessTokens.AUTHENTICATED, TOKEN_LIFETIME);
        Path samples = Files.createTempDirectory("reels-samples");
        try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token)) {
            AdRequest request = new AdRequest(
                    product(),
                    seconds,
                    look.look(),
                    assets.isEmpty() ? Samples.assets(samples) : assets,
                    vendors() ? new AdRequest.Cast(true, presenter, "eleven_labs") : AdRequest.Cast.named(presenter));
            print.println("Making an ad:");
            AdMaker maker = new AdMaker(api, new Terminal(print, surroundings.isTerminal()));
            Deliveries deliveries = new Deliveries(api, out, look.aspects);
            maker.make(request, hooks, ad -> {
                files.addAll(deliveries.fetch(ad));
                print.printf("  Finished after %.1f s%n", ad.elapsed().toMillis() / 1000.0);
                print.println("  Run " + ad.run());
            });
        } finally {
            Directories.delete(samples);
        }
    }

    private boolean vendors() {
        return providers.equals("vendors");
    }

    private SampleProduct product() throws IOException {
        return productName == null || productDescription == null
                ? Samples.product()
                : SampleProduct.named(productName, productDescription);
    }

    private void checkOptions() {
        look.check(spec.commandLine());
        if ((productName == null) != (productDescription == null)) {
            throw new ParameterException(spec.commandLine(), "--product-name and --product-description go together");
        }
        if (seconds != 15 && seconds != 30) {
            throw new ParameterException(spec.commandLine(), "--seconds has to be 15 or 30");
        }
        if (hooks < 1 || hooks > 5) {
            throw new ParameterException(spec.commandLine(), "--hooks has to be from 1 to 5");
        }
        if (!providers.equals("local") && !vendors()) {
            throw new ParameterException(spec.commandLine(), "--providers has to be local or vendors");
        }
        for (Path asset : assets) {
            if (!Files.isReadable(asset) || Files.isDirectory(asset)) {
                throw new ParameterException(spec.commandLine(), "There is no file " + asset);
            }
        }
    }
}
