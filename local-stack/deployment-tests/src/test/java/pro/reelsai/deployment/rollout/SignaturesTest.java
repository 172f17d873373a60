package pro.reelsai.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.rollout.Rehearsal.Outcome;

/** {@code docker/verify} with a {@code cosign} that only tells what it was asked. */
class SignaturesTest {
    private static final String SIGNED = """
            case "$1" in verify) echo '[{"critical":{"image":{"docker-manifest-digest":"sha256:abc"}}}]' ;; esac
            """;

    @TempDir
    Path folder;

    @Test
    void namesTheDigestOfEveryImageThatTheWorkflowHasSigned() throws Exception {
        // When
        Outcome outcome = verify(SIGNED);

        // Then
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.said().lines())
                .containsExactly(Stream.of(Service.values())
                        .map(service -> service.shortName() + " sha256:abc")
                        .toArray(String[]::new));
        assertThat(outcome.asked()).allSatisfy(call -> assertThat(call)
                .contains(
                        "--certificate-oidc-issuer https://token.actions.githubusercontent.com",
                        "/.github/workflows/cicd_prod.yaml@refs/tags/v0.2.0 "));
        assertThat(outcome.asked())
                .filteredOn(call -> call.startsWith("verify-attestation "))
                .hasSize(Service.values().length)
                .allMatch(call -> call.contains("--type cyclonedx ") && call.endsWith("-service@sha256:abc"));
    }

    @Test
    void refusesAnImageWithoutASignature() throws Exception {
        assertThat(verify("exit 1").exit()).isNotZero();
    }

    @Test
    void refusesAnImageWithoutABillOfMaterials() throws Exception {
        assertThat(verify(SIGNED + "[ \"$1\" != verify-attestation ]").exit()).isNotZero();
    }

    private Outcome verify(String cosign) throws Exception {
        Rehearsal rehearsal = new Rehearsal(folder);
        rehearsal.program("cosign", cosign);
        return rehearsal.run(
                Map.of("GITHUB_REPOSITORY", "reelsai/reelsai", "GITHUB_REPOSITORY_OWNER", "reelsai"),
                "docker/verify",
                "0.2.0");
    }
}
