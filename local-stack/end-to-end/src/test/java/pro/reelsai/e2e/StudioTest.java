package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.local.demo.Samples;

/** The studio in a browser, against the whole suite. */
@Tag("all")
@ExtendWith(Suite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StudioTest {
    private static final double AN_AD = Duration.ofMinutes(10).toMillis();
    private static final double A_GOOD_SHIFT = 0.1;

    private Studio studio;
    private Page page;

    @BeforeEach
    void open() throws Exception {
        studio = Studio.open();
        page = studio.page();
    }

    @AfterEach
    void close() {
        if (studio != null) {
            studio.close();
        }
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
        studio.look("brief");
        assertThat(studio.shifts()).isLessThan(A_GOOD_SHIFT);

        // When
        studio.button("Continue").click();
        page.getByText("must not be blank").first().waitFor();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Glow Bottle");
        page.getByLabel("What it does").fill("A steel bottle that glows when it is time to drink.");
        page.getByLabel("Who is it for?").fill("People who forget to drink");
        page.getByLabel("Call to action").fill("Get yours today");
        studio.button("Continue").click();
        page.locator("input[type=file]").setInputFiles(noPicture);
        page.getByRole(AriaRole.ALERT).waitFor();
        studio.look("refused-upload");
        page.locator("input[type=file]").setInputFiles(pictures.toArray(Path[]::new));
        page.locator(".asset").nth(pictures.size() - 1).waitFor();
        studio.button("Later").first().click();
        studio.button("Write one for me").click();
        page.getByText("The presenter will say this").waitFor();
        studio.choose("Presenter", "Maya");
        studio.choose("Layout", "Top and bottom");
        page.getByText("Everything is there").waitFor();
        studio.look("editor");
        studio.lookOnAPhone("editor-phone");
        studio.button("Make the ad").click();
        studio.heading("Progress").waitFor();
        page.locator(".stage.running").first().waitFor(patiently());
        studio.look("watch");
        page.reload();
        page.locator(".stage.succeeded").first().waitFor(patiently());
        studio.button("Preview the voice").waitFor();
        Locator video = page.locator("video.screen");
        video.waitFor(patiently());
        Object played = video.evaluate("""
                async video => {
                    video.muted = true;
                    await video.play();
                    await new Promise(resolve => { video.ontimeupdate = () => video.currentTime > 0.3 && resolve(); });
                    video.pause();
                    return [video.videoWidth, video.videoHeight];
                }""");

        // Then
        assertThat(played).isEqualTo(List.of(1080, 1920));
        studio.look("finished");
        studio.lookOnAPhone("finished-phone");
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void makesOnlyTheCaptionsAnewAndStopsWhenToldTo() throws Exception {
        // Given
        studio.signInAsDemoUser();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Projects"))
                .click();
        page.locator(".project").first().waitFor();
        studio.look("projects");
        page.locator(".project", new Page.LocatorOptions().setHasText("Finished"))
                .first()
                .click();
        page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Caption style"))
                .locator("label")
                .last()
                .click();

        // When
        studio.button("Make it with these captions").click();
        page.getByText("Kept from before").first().waitFor(patiently());
        studio.button("Cancel").click();

        // Then
        page.getByText("It was cancelled").waitFor();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Credits"))
                .first()
                .click();
        page.getByText("Given back").first().waitFor();
        studio.look("credits");
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void asksToSignInAgainWhenTheTokenHasExpiredAndGoesOnWhereItWas() throws Exception {
        // Given
        studio.signInAsDemoUser();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Projects"))
                .click();
        studio.heading("Projects").waitFor();

        // When
        page.evaluate(
                "token => { sessionStorage.clear(); sessionStorage.setItem('reels.session', token); }",
                Suite.expiredToken());
        page.reload();

        // Then
        page.getByText("Your session has ended").waitFor();
        studio.look("session-ended");
        studio.button("Continue as the demo user").click();
        studio.heading("Projects").waitFor();
        assertThat(page.url()).endsWith("#/projects");
    }

    @Test
    @Order(4)
    void showsOperatorsWhatIsInside() throws Exception {
        // When
        studio.signInWith(Suite.token("service_role"));

        // Then
        page.locator("tbody tr").first().waitFor();
        studio.look("operator-runs");
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("Video"))
                .filter(new Locator.FilterOptions().setHasText("Completed"))
                .first()
                .locator("a")
                .click();
        page.getByText("reels.run.completed.v1").first().waitFor(patiently());
        studio.button("What would happen?").click();
        page.getByText("Captions: ").waitFor();
        studio.look("operator-run");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dead letters"))
                .click();
        studio.heading("Dead letters").waitFor();
        studio.look("operator-dead-letters");
        assertThat(studio.complaints()).isEmpty();
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(AN_AD);
    }
}
