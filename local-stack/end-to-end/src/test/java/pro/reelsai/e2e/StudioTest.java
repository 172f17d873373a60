package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.local.demo.Samples;
import pro.reelsai.model.Topics;

/** The studio in a browser, against the whole suite: first an ad is made, then everything is done with it. */
@ExtendWith(Suite.class)
@ExtendWith(StudioTabs.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StudioTest {
    private static final List<Integer> UPRIGHT = List.of(1080, 1920);

    private Studio studio;
    private Page page;
    private AdView ad;

    @BeforeEach
    void open(Studio tab) {
        studio = tab;
        page = tab.page();
        ad = new AdView(tab);
    }

    @Test
    @Order(1)
    void makesAnAdFromNothingToThePlayingVideo() throws Exception {
        // Given
        Path folder = Suite.folder("studio-samples");
        List<Path> pictures = Samples.assets(folder).subList(0, 4);
        Path noPicture = folder.resolve("notes.jpg");
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
        page.getByLabel("Words").fill("It dims itself at bedtime.");
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
        page.locator(".stage.running").first().waitFor(AdView.patiently());
        studio.play(ad.preview("the voice"));
        ad.finished().waitFor(AdView.patiently());

        // Then
        assertThat(studio.play(ad.finished())).isEqualTo(List.of(UPRIGHT));
        assertThat(studio.download("Download")).isEqualTo("ad.mp4");
        assertThat(studio.download("SRT")).isEqualTo("ad.srt");
        assertThat(studio.download("WebVTT")).isEqualTo("ad.vtt");
        page.getByText("Paid to providers: nothing").waitFor();
        studio.look("finished");
        assertThat(studio.play(ad.preview("the presenter"))).asString().doesNotContain("[0, 0]");
        assertThat(studio.play(ad.preview("the cut"))).asString().contains("[360, 640]");
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void showsThatAStageWasLostAndGoesOnFromItWhenToldTo() throws Exception {
        // Given
        studio.signInAsDemoUser();
        ad.open("Finished");
        Suite.trouble().delay("caption");
        ad.makeWithOtherCaptions();
        page.reload();
        ad.captionsAtWork().waitFor(AdView.patiently());
        assertThat(studio.shifts()).isLessThan(Studio.A_GOOD_SHIFT);
        studio.look("watch");

        // When
        Suite.trouble().kill("caption");
        try {
            Suite.trouble().letTheDeadlinePass(ad.project());
            page.getByText("This took too long").first().waitFor(AdView.patiently());
        } finally {
            Suite.trouble().heal();
        }

        // Then
        page.getByText("This is the ad as it was before").waitFor();
        assertThat(ad.finished().count()).isZero();
        studio.look("failed");
        studio.button("Resume").click();
        ad.finished().waitFor(AdView.patiently());
        assertThat(studio.play(ad.finished())).isEqualTo(List.of(UPRIGHT));
        assertThat(page.getByText("Kept from before").count()).isEqualTo(3);
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void stopsWhenToldToAndGivesTheCreditBackAsWhenAStageGivesUp() throws Exception {
        // Given
        studio.signInAsDemoUser();
        ad.open("Finished");
        Suite.trouble().delay("caption");
        ad.makeWithOtherCaptions();

        // When
        studio.button("Cancel").click();
        page.getByText("It was cancelled").waitFor();
        studio.look("cancelled");
        Suite.trouble().failForGood("caption");
        studio.button("Make it after all").click();
        page.getByText("Something went wrong on our side").first().waitFor(AdView.patiently());

        // Then
        studio.link("Credits").click();
        page.getByText("The ad was cancelled").waitFor();
        page.getByText("The ad could not be made: it took too long").waitFor();
        page.getByText("could not be made: something went wrong on our side").waitFor();
        studio.look("credits");
        studio.cutPagesTo(1);
        page.reload();
        page.locator("tbody tr").first().waitFor();
        studio.button("Show older ones").click();
        page.locator("tbody tr").nth(1).waitFor();
        assertThat(page.locator("tbody tr").count()).isEqualTo(2);
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(4)
    void listsProjectsByHowTheyStandAsFarAsTheyWereLookedThrough() throws Exception {
        // Given
        studio.signInAsDemoUser();
        studio.choose("Which product is it for?", "Duskling");
        page.getByLabel("Who is it for?").fill("Owls");
        page.getByLabel("Call to action").fill("Get yours today");
        studio.button("Continue").click();
        studio.heading("Duskling").waitFor();
        studio.cutPagesTo(1);
        studio.link("Projects").click();
        studio.having(".project", "Draft").waitFor();

        // When
        studio.choose("Show", "Failed");

        // Then
        page.getByText("Your newest 1 projects were looked through").waitFor();
        studio.button("Show older ones").click();
        studio.having(".project", "Failed").waitFor();
        assertThat(page.locator(".project").count()).isEqualTo(1);
        studio.choose("Show", "All");
        assertThat(page.locator(".project").count()).isEqualTo(2);
        studio.look("projects-filtered");
        assertThat(studio.complaints()).isEmpty();
    }

    @Test
    @Order(5)
    void showsOperatorsWhatIsInsideAndRepeatsItInTheShadow() throws Exception {
        // Given
        Suite.trouble().talkNonsense(Topics.CAPTION_REQUESTED);

        // When
        studio.signInWith(Suite.token("service_role"));
        page.locator("tbody").getByText("Completed").first().waitFor();
        studio.look("operator-runs");
        studio.choose("State", "Failed");
        page.locator("tbody").getByText("Completed").first().waitFor(Studio.GONE);
        page.locator("tbody").getByText("Failed").first().waitFor();
        studio.link("Waiting").click();
        page.getByText(Topics.CAPTION_REQUESTED).first().waitFor();
        assertThat(page.locator("tbody").getByText("None").count()).isZero();
        studio.look("operator-waiting");
        studio.link("Dead letters").click();
        page.getByText("Captions: a message could not be read").waitFor();
        page.getByText("put aside by the captions stage and by the gateway").waitFor(AdView.patiently());
        studio.look("operator-dead-letters");
        studio.button("Try again").click();
        page.getByText("Tried again").waitFor();
        studio.having("li", "Tried again").getByRole(AriaRole.LINK).click();
        page.getByText(Topics.RUN_COMPLETED).first().waitFor(AdView.patiently());

        // Then
        assertThat(studio.download("Captions ASS")).endsWith(".ass");
        assertThat(page.getByText(Topics.RUN_PROGRESS).count()).isZero();
        page.getByText("reports of progress").click();
        page.getByText(Topics.RUN_PROGRESS).first().click();
        page.getByText("\"percent\"").first().waitFor();
        studio.button("What would happen?").click();
        page.getByText("Captions: made anew").waitFor();
        studio.button("Replay").click();
        page.getByLabel("As it is now").waitFor(AdView.patiently());
        assertThat(studio.play(page.locator(".side-by-side video"))).isEqualTo(List.of(UPRIGHT, UPRIGHT));
        studio.look("operator-run");
        studio.choose("How", "As a new run");
        studio.button("What would happen?").click();
        page.getByText("Captions: used again").waitFor();
        studio.button("Replay").click();
        page.getByLabel("As it is now").waitFor(Studio.GONE);
        page.getByLabel("As it is now").waitFor(AdView.patiently());
        studio.button("Play both").click();
        page.waitForFunction(
                "() => [...document.querySelectorAll('.side-by-side video')].every(film => film.currentTime > 0.1)");
        assertThat(studio.complaints()).isEmpty();
    }
}
