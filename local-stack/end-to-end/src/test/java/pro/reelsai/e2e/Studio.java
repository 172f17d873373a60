package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** A tab of Debian's Chromium with the studio in it. */
final class Studio implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE = 30_000;

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How far things have jumped (Layout Instability API). */
    private static final String WATCH_SHIFTS = """
            window.shifts = 0;
            new PerformanceObserver(list => list.getEntries().filter(entry => !entry.hadRecentInput)
                .forEach(entry => window.shifts += entry.value)).observe({type: 'layout-shift', buffered: true});
            """;

    private static final String FINDINGS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})).violations
                .map(found => `${found.id} (${found.impact}): ${found.nodes.map(node => node.html).join(' | ')}`)
            """;

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<Response> scripts = Collections.synchronizedList(new ArrayList<>());

    private Studio(Playwright playwright) throws IOException {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(QUIET));
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE);
        // Not subject to the page's policy, which is being tested too.
        context.addInitScript(Suite.studio().resolve("node_modules/axe-core/axe.min.js"));
        context.addInitScript(WATCH_SHIFTS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.url().endsWith(".js")) {
                scripts.add(response);
            }
        });
    }

    /** Opens the studio; a machine without Chromium or Node is told so, and tests the rest. */
    static Studio open() throws Exception {
        Path driver = Suite.studio().resolve("node_modules/playwright-core");
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM),
                CHROMIUM + " is missing: apt-get install --no-install-recommends chromium");
        Assumptions.assumeTrue(
                Files.isDirectory(driver), driver + " is missing: the studio was not built, which takes Node and npm");
        Path folder = Suite.folder("playwright");
        link(folder.resolve("package"), driver);
        link(folder.resolve("node"), Path.of(text("sh", "-c", "readlink -f \"$(command -v node)\"")));
        System.setProperty("playwright.cli.dir", folder.toString());
        Studio studio = new Studio(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        studio.page.navigate(Suite.gateway() + "/");
        return studio;
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

    /** The tab. */
    Page page() {
        return page;
    }

    void signInAsDemoUser() {
        button("Continue as the demo user").click();
        heading("Make an ad").waitFor();
    }

    void signInWith(String token) {
        page.getByText("Sign in with an access token").click();
        page.getByLabel("Access token").fill(token);
        button("Use this token").click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** Picks one of several. */
    void choose(String group, String option) {
        page.getByRole(
                        AriaRole.RADIOGROUP,
                        new Page.GetByRoleOptions().setName(group).setExact(true))
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    /** What the view looks like, in a file, and what axe finds wrong with it, as a failure. */
    void look(String name) throws IOException {
        page.waitForFunction("() => !document.querySelector('.skeleton')");
        Path folder = Suite.folder("screenshots");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
        assertThat((Collection<?>) page.evaluate(FINDINGS)).as("axe, %s", name).isEmpty();
    }

    /** The same on a phone at night. */
    void lookOnAPhone(String name) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        look(name);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of %s", name)
                .isLessThanOrEqualTo(390);
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** How far the view has jumped by itself since it was opened. */
    double shifts() {
        return ((Number) page.evaluate("() => window.shifts")).doubleValue();
    }

    /** All JavaScript so far, compressed, in bytes. */
    int compressedScripts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Response script : scripts) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(script.body());
            }
        }
        return bytes.size();
    }

    /** What the browser has refused because of the page's policy, and errors that nobody caught. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
