package pro.reelsai.deployment.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pro.reelsai.deployment.repository.Repository;

/** The stage that {@code docs/adding-a-stage.md} adds as an example fits the code of today. */
class ExampleStageTest {
    private static final String PATCH = "docs/examples/thumbnail-stage.patch";

    @Test
    void canBeAddedToTheCodeAsItIs() throws Exception {
        // Given
        assumeTrue(isInstalled(), "git is not installed");
        ProcessBuilder git = new ProcessBuilder("git", "apply", "--check", PATCH)
                .directory(Repository.path("").toFile())
                .redirectErrorStream(true);
        // Needs no checkout; but in a folder of somebody else's it would skip all files, and find nothing amiss.
        git.environment()
                .put(
                        "GIT_CEILING_DIRECTORIES",
                        Repository.path("").toAbsolutePath().getParent().toString());

        // When
        String said = said(git);

        // Then
        assertThat(said).as("docs/adding-a-stage.md says how to write it anew").isEmpty();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "git")));
    }

    private static String said(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? "" : said;
    }
}
