package pro.reelsai.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium, driven by the Playwright among the studio's packages. */
final class Chromium implements AutoCloseable {
    /** What Debian, Ubuntu and Google call it; {@code reels} looks for the same. */
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Path executable) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    /** Starts it; a machine without Chromium or Node is told so, and tests the rest. Where all has to be tested, it fails. */
    static Chromium start() {
        Path driver = Suite.studio().resolve("node_modules/playwright-core");
        Path executable = executable()
                .orElseGet(() -> missing("There is no browser: apt-get install --no-install-recommends chromium"));
        if (!Files.isDirectory(driver)) {
            missing(driver + " is missing: the studio was not built, which takes Node and npm");
        }
        try {
            Path folder = Suite.folder("playwright");
            link(folder.resolve("package"), driver);
            link(folder.resolve("node"), Path.of(text("sh", "-c", "readlink -f \"$(command -v node)\"")));
            System.setProperty("playwright.cli.dir", folder.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Playwright finds no driver", e);
        }
        return new Chromium(
                Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))),
                executable);
    }

    private static Optional<Path> executable() {
        List<Path> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** {@code CI} is what GitHub, and everybody else who runs tests unattended, sets to {@code true}. */
    private static Path missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(what);
        }
        return Assumptions.abort(what);
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static String text(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String text = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor(10, TimeUnit.SECONDS);
        return text;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
