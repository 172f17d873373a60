package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.local.demo.Samples;
import pro.reelsai.model.Topics;

/** The studio in a browser, against the whole suite: first an ad is made, then everything is done with it. */
@Tag("all")
@ExtendWith(Suite.class)
@ExtendWith(StudioTabs.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StudioTest {
    private static final double AN_AD = Duration.ofMinutes(5).toMillis();
    private static final List<Integer> UPRIGHT = List.of(1080, 1920);

    private Studio studio;
    private Page page;

    @BeforeEach
    void open(Studio tab) {
        studio = tab;
        page = tab.page();
    }

    @Test
    @Order(1)
    void makesAnAdFromNothingToThePlayingVideo() throws Exception {
        // Given
        List<Path> pictures = Samples.assets(Suite.folder("studio-samples"));
        Path noPicture = Suite.folder("studio-samples").resolve("notes.jpg");
        Files.writeString(noPicture, "These are only words.");
        studio.look("sign-in");
        studio.signInAsDemoUser();
        assertThat(studio.compressedScripts()).isLessThan(200_000);
        assertThat(studio.shifts()).isLessThan(Studio.A_GOOD_SHIFT);

        // When
        studio.button("Continue").click();
        page.getByText("must not be blank").first().waitFor();
        studio.look("brief");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Duskling");
        page.getByLabel("What it does").fill("A cordless lamp that dims itself when it is time to sleep.");
        page.getByLabel("Who is it for?").fill("People who read in bed");
        page.getByLabel("Call to action").fill("Get yours today");
        studio.button("Continue").click();
        page.locator("input[type=file]").setInputFiles(noPicture);
        page.getByRole(AriaRole.ALERT).waitFor();
        studio.look("refused-upload");
        page.locator("input[type=file]").setInputFiles(pictures.toArray(Path[]::new));
        page.locator(".asset").nth(pictures.size() - 1).waitFor();
        List<String> inOrder = studio.assets();
        studio.button("Later").first().click();
        page.waitForResponse(
                saved -> saved.url().endsWith("/assets/order") && saved.ok(),
                () -> studio.dragBefore(
                        page.locator(".asset").nth(2), page.locator(".asset").nth(0)));
        studio.button("Write three").click();
        page.getByText("The presenter will say this").waitFor();
        assertThat(page.getByText("do not fit").count()).isZero();
        studio.choose("Variants", "Variant 2");
        page.getByText("The presenter will say this").waitFor();
        page.getByLabel("Words").fill("So many words. ".repeat(20));
        page.getByText("do not fit").waitFor();
        page.getByLabel("Words").fill("It dims itself at bedtime. Get yours today.");
        studio.button("Use these words").click();
        page.getByText("The presenter will say this").waitFor();
        studio.choose("Presenter", "Maya");
        studio.button("Hear Sally").click();
        studio.button("Stop Sally").click();
        studio.choose("Layout", "Top and bottom");
        page.getByText("Everything is there").waitFor();
        page.reload();
        page.getByText("Everything is there").waitFor();
        assertThat(studio.assets())
                .startsWith(inOrder.get(2), inOrder.get(1), inOrder.get(0))
                .hasSameSizeAs(inOrder);
        assertThat(studio.shifts()).isLessThan(Studio.A_GOOD_SHIFT);
        studio.look("editor");
        studio.button("Make the ad").click();
        studio.heading("Progress").waitFor();
        page.locator(".stage.running").first().waitFor(patiently());
        studio.button("Preview the voice").waitFor(patiently());
        finishedAd().waitFor(patiently());

        // Then
        assertThat(studio.play(finishedAd())).isEqualTo(List.of(UPRIGHT));
        assertThat(studio.download("Download")).isEqualTo("ad.mp4");
        assertThat(studio.download("SRT")).isEqualTo("ad.srt");
        studio.look("finished");
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void showsThatAStageWasLostAndGoesOnFromItWhenToldTo() throws Exception {
        // Given
        studio.signInAsDemoUser();
        openTheFinishedAd();
        Suite.trouble().delay("caption");
        makeItWithOtherCaptions();
        page.reload();
        captionsAtWork().waitFor(patiently());
        assertThat(studio.shifts()).isLessThan(Studio.A_GOOD_SHIFT);
        studio.look("watch");

        // When
        Suite.trouble().kill("caption");
        try {
            Suite.trouble().letTheDeadlinePass(project());
            page.getByText("This took too long").first().waitFor(patiently());
        } finally {
            Suite.trouble().heal();
        }

        // Then
        page.getByText("This is the ad as it was before").waitFor();
        assertThat(finishedAd().count()).isZero();
        studio.look("failed");
        studio.button("Resume").click();
        finishedAd().waitFor(patiently());
        assertThat(studio.play(finishedAd())).isEqualTo(List.of(UPRIGHT));
        assertThat(page.getByText("Kept from before").count()).isEqualTo(3);
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void stopsWhenToldToAndGivesTheCreditBack() throws Exception {
        // Given
        studio.signInAsDemoUser();
        openTheFinishedAd();
        Suite.trouble().delay("caption");
        makeItWithOtherCaptions();

        // When
        studio.button("Cancel").click();

        // Then
        page.getByText("It was cancelled").waitFor();
        studio.look("cancelled");
        studio.link("Credits").click();
        page.getByText("Given back").first().waitFor();
        studio.look("credits");
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(4)
    void showsOperatorsWhatIsInsideAndRepeatsItInTheShadow() throws Exception {
        // Given
        Suite.trouble().talkNonsense(Topics.CAPTION_REQUESTED);

        // When
        studio.signInWith(Suite.token("service_role"));
        page.locator("tbody tr").first().waitFor();
        studio.look("operator-runs");
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("Video"))
                .filter(new Locator.FilterOptions().setHasText("Completed"))
                .first()
                .locator("a")
                .click();
        page.getByText(Topics.RUN_COMPLETED).first().waitFor(patiently());

        // Then
        assertThat(page.getByText(Topics.RUN_PROGRESS).count()).isZero();
        page.getByText("reports of progress").click();
        page.getByText(Topics.RUN_PROGRESS).first().waitFor();
        studio.button("What would happen?").click();
        page.getByText("Captions: ").waitFor();
        studio.button("Replay").click();
        page.getByLabel("As it is now").waitFor(patiently());
        assertThat(studio.play(page.locator(".side-by-side video"))).isEqualTo(List.of(UPRIGHT, UPRIGHT));
        studio.look("operator-run");
        studio.link("Waiting").click();
        page.getByText(Topics.CAPTION_REQUESTED).first().waitFor();
        assertThat(page.locator("tbody").getByText("None").count()).isZero();
        studio.look("operator-waiting");
        studio.link("Dead letters").click();
        page.getByText("EVENT_UNREADABLE").first().waitFor();
        studio.look("operator-dead-letters");
        assertThat(studio.complaints()).isEmpty();
    }

    /** The newest ad; what a failed attempt leaves to be seen is labelled as it was before. */
    private Locator finishedAd() {
        return page.getByLabel("The finished ad");
    }

    private void openTheFinishedAd() {
        studio.link("Projects").click();
        page.locator(".project", new Page.LocatorOptions().setHasText("Finished"))
                .first()
                .click();
    }

    private void makeItWithOtherCaptions() {
        page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Caption style"))
                .locator("label:not([data-selected])")
                .last()
                .click();
        studio.button("Make it with these captions").click();
        captionsAtWork().waitFor(patiently());
    }

    private Locator captionsAtWork() {
        return page.locator(".stage.running", new Page.LocatorOptions().setHasText("Captions"));
    }

    /** The project that the tab shows, by its address. */
    private UUID project() {
        return UUID.fromString(page.url().replaceFirst(".*#/projects/", ""));
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(AN_AD);
    }
}
