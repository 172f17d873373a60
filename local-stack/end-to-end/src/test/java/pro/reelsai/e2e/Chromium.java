package pro.reelsai.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, driven by the Playwright among the studio's packages. */
final class Chromium implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

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

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(QUIET));
    }

    /** Starts it; a machine without Chromium or Node is told so, and tests the rest. */
    static Chromium start() throws Exception {
        Path driver = Suite.studio().resolve("node_modules/playwright-core");
        Assumptions.assumeTrue(
                Files.isExecutable(EXECUTABLE),
                EXECUTABLE + " is missing: apt-get install --no-install-recommends chromium");
        Assumptions.assumeTrue(
                Files.isDirectory(driver), driver + " is missing: the studio was not built, which takes Node and npm");
        Path folder = Suite.folder("playwright");
        link(folder.resolve("package"), driver);
        link(folder.resolve("node"), Path.of(text("sh", "-c", "readlink -f \"$(command -v node)\"")));
        System.setProperty("playwright.cli.dir", folder.toString());
        return new Chromium(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static String text(String... command) throws Exception {
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
