package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How users come into the studio, and come back. */
@ExtendWith(Suite.class)
@ExtendWith(StudioTabs.class)
class StudioSignInTest {
    private Studio studio;
    private Page page;

    @BeforeEach
    void open(Studio tab) {
        studio = tab;
        page = tab.page();
    }

    @Test
    void asksToSignInAgainWhenTheTokenHasExpiredAndGoesOnWhereItWas() throws Exception {
        // Given
        studio.signInAsDemoUser();
        studio.link("Projects").click();
        studio.heading("Projects").waitFor();
        assertThat(studio.shifts()).isLessThan(Studio.A_GOOD_SHIFT);
        studio.look("projects");

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
    void asksForEmailAndPasswordOfUsersOfAnyOtherSupabase() throws Exception {
        // Given
        page.route("**/studio.json", route -> {
            APIResponse settings = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(settings)
                    .setBody(settings.text().replace("\"demo\":true", "\"demo\":false")));
        });
        page.reload();

        // When
        page.getByLabel("Email").fill("demo@reelsai.local");
        page.getByLabel("Password").fill("guessed");
        studio.button("Sign in").click();

        // Then
        page.getByRole(AriaRole.ALERT).waitFor();
        studio.look("sign-in-with-password");
        page.getByLabel("Password").fill("demo");
        studio.button("Sign in").click();
        studio.heading("Make an ad").waitFor();
        assertThat(studio.complaints()).isEmpty();
    }
}
