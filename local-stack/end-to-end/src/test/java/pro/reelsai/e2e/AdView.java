package pro.reelsai.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.UUID;

/** The view of an ad in the making, and of the finished ad. */
final class AdView {
    private static final double AN_AD = Duration.ofMinutes(5).toMillis();

    private final Studio studio;
    private final Page page;

    AdView(Studio studio) {
        this.studio = studio;
        this.page = studio.page();
    }

    /** As long as an ad may take on a machine that is busy. */
    static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(AN_AD);
    }

    /** Opens the newest project whose ad stands like this. */
    void open(String standing) {
        studio.link("Projects").click();
        studio.having(".project", standing).first().click();
    }

    /** The newest ad; what a failed attempt leaves to be seen is labelled as it was before. */
    Locator finished() {
        return page.getByLabel("The finished ad");
    }

    /** Shows what a stage has made, which may be while the others are at work. */
    Locator preview(String what) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview " + what));
        button.waitFor(patiently());
        button.click();
        return page.getByLabel("Preview of " + what);
    }

    /** Asks for the ad with another style of captions than it has, and waits until they are being made. */
    void makeWithOtherCaptions() {
        page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Caption style"))
                .locator("label:not([data-selected])")
                .last()
                .click();
        studio.button("Make it with these captions").click();
        captionsAtWork().waitFor(patiently());
    }

    /** The stage of the captions while it is at work. */
    Locator captionsAtWork() {
        return studio.having(".stage.running", "Captions");
    }

    /** The project that is shown, by its address. */
    UUID project() {
        return UUID.fromString(page.url().replaceFirst(".*#/projects/", ""));
    }
}
