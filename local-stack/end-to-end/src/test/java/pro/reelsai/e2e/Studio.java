package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A tab with the studio in it, of a browser that knows nothing of what other tabs have done. */
final class Studio implements AutoCloseable {
    /** How far things may jump: what Core Web Vitals call good. */
    static final double A_GOOD_SHIFT = 0.1;

    /** For what is expected not to be there any more. */
    static final Locator.WaitForOptions GONE = new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    private static final double PATIENCE = 30_000;

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

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<Response> scripts = Collections.synchronizedList(new ArrayList<>());

    private Studio(Browser browser) {
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

    /** Opens the studio in a new tab. */
    static Studio open(Chromium chromium) {
        Studio studio = new Studio(chromium.browser());
        studio.page.navigate(Suite.gateway() + "/");
        return studio;
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

    /** Parts of the page that have a text in them. */
    Locator having(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /**
     * Plays films until they have moved, and tells how large each is. A film that is not in the page any more, because
     * the view has changed just then, stands still.
     */
    Object play(Locator films) {
        return films.evaluateAll("""
                films => Promise.all(films.map(async film => {
                    film.muted = true;
                    await film.play();
                    await new Promise((resolve, reject) => {
                        setTimeout(() => reject(new Error('the film stands still')), 10000);
                        film.ontimeupdate = () => film.currentTime > 0.3 && resolve();
                    });
                    film.pause();
                    return [film.videoWidth, film.videoHeight];
                }))""");
    }

    /** Lets lists come in pages of a few, from now on, so that a few are enough for more than a page. */
    void cutPagesTo(int few) {
        page.route(
                address -> address.contains("/api/") && address.contains("limit="),
                route -> route.resume(new Route.ResumeOptions()
                        .setUrl(route.request().url().replaceFirst("limit=[0-9]+", "limit=" + few))));
    }

    /** Clicks a link that the browser saves, and tells the name of the file. */
    String download(String link) {
        return page.waitForDownload(() -> link(link).click()).suggestedFilename();
    }

    /** The files of pictures and clips, in the order in which they are shown, by their addresses without the signatures. */
    List<String> assets() {
        return page.locator(".asset :is(img, video)").all().stream()
                .map(picture -> picture.getAttribute("src").replaceFirst("\\?.*", ""))
                .toList();
    }

    /** Drags something by the mouse onto the left edge of something else. */
    void dragBefore(Locator dragged, Locator target) {
        dragged.hover();
        page.mouse().down();
        // The first move only enters; where the drop would be is told by the ones after it.
        for (int move = 0; move < 3; move++) {
            target.hover(new Locator.HoverOptions().setPosition(8, 60 + move));
        }
        page.mouse().up();
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

    /** What the view looks like by day on a desk and by night on a phone, in files; what axe finds wrong with it is a failure. */
    void look(String name) throws IOException {
        page.waitForFunction("() => !document.querySelector('.skeleton')");
        lookOnce(name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        lookOnce(name + "-phone");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of %s", name)
                .isLessThanOrEqualTo(390);
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void lookOnce(String name) throws IOException {
        page.evaluate("() => scrollTo(0, 0)"); // or what sticks to the top is drawn somewhere in the middle
        Path folder = Suite.folder("screenshots");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
        assertThat((Collection<?>) page.evaluate(FINDINGS)).as("axe, %s", name).isEmpty();
    }

    /** How far the view has jumped by itself since it was opened. */
    double shifts() {
        return ((Number) page.evaluate("() => window.shifts")).doubleValue();
    }

    /** All JavaScript so far as it came over the wire, in bytes; every script has to come compressed. */
    int compressedScripts() {
        int bytes = 0;
        for (Response script : scripts) {
            assertThat(script.headers()).as(script.url()).containsEntry("content-encoding", "gzip");
            bytes += Integer.parseInt(script.headers().get("content-length"));
        }
        return bytes;
    }

    /** What the browser has refused because of the page's policy, and errors that nobody caught. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
