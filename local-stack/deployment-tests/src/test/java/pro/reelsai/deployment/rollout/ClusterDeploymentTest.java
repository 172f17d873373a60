package pro.reelsai.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.rollout.Rehearsal.Outcome;

/** {@code k8s/deploy} with a {@code kubectl} that only tells what it was asked. */
class ClusterDeploymentTest {
    private static final String OVERLAY = "k8s/overlays/prod";
    private static final String RUNS = "case \"$*\" in *' get deployment '*) printf 7 ;; *diff*) exit 1 ;; esac\n";

    @TempDir
    Path folder;

    @Test
    void migratesThenWaitsForEveryService() throws Exception {
        // When
        Outcome outcome = deploy(RUNS);

        // Then
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.asked())
                .containsSubsequence(
                        "apply -f k8s/overlays/prod/namespace.yaml",
                        "-n reels-prod delete job gateway-migrations --ignore-not-found --wait",
                        "apply -k k8s/overlays/prod",
                        "-n reels-prod wait job/gateway-migrations --for=condition=complete --timeout=15m");
        for (Service service : Service.values()) {
            assertThat(outcome.asked())
                    .contains("-n reels-prod rollout status deployment/" + service.id() + " --timeout=12m");
        }
        assertThat(outcome.asked()).noneMatch(call -> call.contains("undo"));
    }

    @Test
    void putsEveryServiceBackToTheRevisionItHadWhereOneDoesNotComeUp() throws Exception {
        // When
        Outcome outcome = deploy(RUNS + "case \"$*\" in *'rollout status deployment/editing-service'*) exit 1 ;; esac");

        // Then
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.said()).contains("going back");
        for (Service service : Service.values()) {
            assertThat(outcome.asked())
                    .contains("-n reels-prod rollout undo deployment/" + service.id() + " --to-revision=7");
        }
    }

    @Test
    void touchesNothingWhereTheClusterRefusesToSayWhatRuns() throws Exception {
        // When
        Outcome outcome = deploy("case \"$*\" in *' get deployment '*) exit 1 ;; esac");

        // Then
        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.asked()).noneMatch(call -> call.contains("apply -k") || call.contains("undo"));
    }

    @Test
    void goesBackToNothingOnAClusterThatHadNothing() throws Exception {
        // When
        Outcome outcome = deploy("case \"$*\" in *'apply -k'*) exit 1 ;; esac");

        // Then
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.asked()).noneMatch(call -> call.contains("undo"));
    }

    private Outcome deploy(String kubectl) throws Exception {
        Rehearsal rehearsal = new Rehearsal(folder);
        rehearsal.program("kubectl", kubectl);
        return rehearsal.run(Map.of(), "k8s/deploy", OVERLAY, "reels-prod");
    }
}
