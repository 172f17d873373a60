package pro.reelsai.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import pro.reelsai.local.JsonWebTokens;
import pro.reelsai.local.demo.Browser;
import pro.reelsai.local.demo.FrontendSession;
import pro.reelsai.local.demo.SampleProduct;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackListener;

/** Starts the whole suite once for all tests of this module, and stops it after the last one. */
public final class Suite implements BeforeAllCallback {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    /** Makes an ad of 15 seconds, request by request as the page of a web frontend does, and fetches it. */
    static Path makeAdInTheFrontend(SampleProduct product, List<Path> assets, String name) throws Exception {
        LocalStack stack = Running.stack;
        Path file = TARGET.resolve(name);
        try (Browser browser = new Browser(
                stack.config().gatewayUrl(),
                "http://localhost:3000",
                token("authenticated"),
                (method, path, status, body) -> {})) {
            new FrontendSession(browser).walk(product, assets, file);
        }
        return file;
    }

    /** Where the gateway of the running suite is. */
    static String gateway() {
        return Running.stack.config().gatewayUrl();
    }

    /** Makes trouble in the running suite. */
    static Trouble trouble() {
        return new Trouble(Running.stack);
    }

    /** A token of a new user. */
    static String token(String role) throws Exception {
        return Running.stack.token(UUID.randomUUID(), role, Duration.ofHours(1));
    }

    /** A token of a user whose hour was over an hour ago. */
    static String expiredToken() throws Exception {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
        return new JsonWebTokens(Running.stack.secrets().jwtSecret(), past)
                .sign(
                        Map.of(
                                "iss",
                                Running.stack.config().supabaseUrl() + "/auth/v1",
                                "sub",
                                UUID.randomUUID().toString(),
                                "aud",
                                "authenticated",
                                "role",
                                "authenticated"),
                        Duration.ofHours(1));
    }

    /** Where the sources of the studio are, with its packages. */
    static Path studio() {
        return ROOT.resolve("gateway-service/src/main/webui");
    }

    /** Writes a command that drives the running suite as {@code ./reels} does, without building anything. */
    static void writeLauncher(Path file) throws IOException {
        Files.writeString(
                file,
                "#!/bin/sh\nREELS_ROOT='%s' REELS_STATE='%s' exec '%s' --enable-native-access=ALL-UNNAMED -jar '%s' \"$@\"\n"
                        .formatted(
                                ROOT,
                                Running.stack.config().state().path(),
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                ROOT.resolve("local-stack/target/local-stack-0.1.0-SNAPSHOT.jar")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** A folder for a test's files. */
    static Path folder(String name) throws IOException {
        return Files.createDirectories(TARGET.resolve(name));
    }

    private static final class Running implements ExtensionContext.Store.CloseableResource {
        private static LocalStack stack;

        static Running start() {
            try {
                Path state = Files.createTempDirectory(Files.createDirectories(TARGET), "reels-");
                stack = new LocalStack(
                        StackConfig.of(ROOT, state, Ports.freeRange()).withSettings(Trouble.settings(state)));
                stack.up(StackListener.SILENT);
                return new Running();
            } catch (Exception e) {
                throw new IllegalStateException("The suite did not start", e);
            }
        }

        @Override
        public void close() throws Exception {
            stack.down();
            stack.close();
        }
    }
}
