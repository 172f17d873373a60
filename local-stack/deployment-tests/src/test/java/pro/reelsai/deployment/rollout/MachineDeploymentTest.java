package pro.reelsai.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.deployment.rollout.Rehearsal.Outcome;

/** {@code docker/deploy} on a machine whose Docker only tells what it was asked. */
class MachineDeploymentTest {
    private static final String SICK = "case \"$*\" in *releases/0.2.0*' up '*) exit 1 ;; esac";

    @TempDir
    Path home;

    @BeforeEach
    void hasARelease() throws Exception {
        for (String release : new String[] {"0.0.9", "0.1.0", "0.2.0"}) {
            Files.createDirectories(home.resolve("releases").resolve(release));
        }
        Files.writeString(home.resolve("version"), "0.1.0\n");
    }

    @Test
    void waitsUntilAllOfAVersionIsHealthy() throws Exception {
        // When
        Outcome outcome = deploy("", "0.2.0");

        // Then
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.asked())
                .filteredOn(call -> call.contains(" up "))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call).contains("--env-file " + home.resolve(".env"), "--no-build", "--wait ");
                    assertThat(call)
                            .contains(
                                    "releases/0.2.0/docker-compose.yml", //
                                    "releases/0.2.0/docker-compose.images.yml");
                });
        assertThat(home.resolve("version")).hasContent("0.2.0");
        assertThat(home.resolve("releases/0.1.0")).exists();
        assertThat(home.resolve("releases/0.0.9")).doesNotExist();
    }

    @Test
    void goesBackToTheVersionBeforeWhereOneIsNotHealthy() throws Exception {
        // When
        Outcome outcome = deploy(SICK, "0.2.0");

        // Then
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.said()).contains("going back to 0.1.0");
        assertThat(outcome.asked().getLast()).contains("releases/0.1.0/docker-compose.yml", " up ");
        assertThat(home.resolve("version")).hasContent("0.1.0");
    }

    @Test
    void failsWhereThereIsNoVersionToGoBackTo() throws Exception {
        // Given
        Files.delete(home.resolve("version"));

        // When
        Outcome outcome = deploy(SICK, "0.2.0");

        // Then
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.asked()).noneMatch(call -> call.contains("releases/0.1.0"));
        assertThat(home.resolve("version")).doesNotExist();
    }

    private Outcome deploy(String docker, String version) throws Exception {
        Rehearsal rehearsal = new Rehearsal(home);
        rehearsal.program("docker", docker);
        return rehearsal.run(Map.of("REELS_HOME", home.toString()), "docker/deploy", version);
    }
}
