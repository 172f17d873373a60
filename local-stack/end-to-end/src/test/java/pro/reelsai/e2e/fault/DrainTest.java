package pro.reelsai.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.Topics;

/** A stage that is told to stop while it works, as a deployment does: a real process, a real signal. */
@Tag("all")
class DrainTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void endsTheJobUnderWayBeforeItStopsOrLeavesItToTheNext() throws Exception {
        try (FaultSuite suite = FaultSuite.start(Map.of(), World.USUAL)) {
            // Given
            Ads ads = Ads.prepare(suite, 1, true);
            suite.planStageFaults("voice", "work dawdle 1s");
            suite.planStageFaults("editing", "work dawdle 10M");
            ads.start(suite);

            // When
            stopAtWork(suite, "voice");
            stopAtWork(suite, "editing");

            // Then
            Awaitility.await().atMost(PATIENCE).until(() -> count(suite, Topics.RUN_COMPLETED) > 0);
            assertThat(suite.log("voice")).containsPattern("REELS-0108 drained in .*, idle");
            assertThat(suite.log("voice")).doesNotContain("REELS-0105").doesNotContain("REELS-0103");
            assertThat(suite.log("editing")).contains("REELS-0105");
            for (String topic : List.of(
                    Topics.LIPSYNC_REQUESTED,
                    Topics.EDITING_REQUESTED,
                    Topics.CAPTION_REQUESTED,
                    Topics.RUN_COMPLETED)) {
                assertThat(count(suite, topic)).as(topic).isEqualTo(1);
            }
            assertThat(Programs.of(suite.config())).isEmpty();
        }
    }

    private static void stopAtWork(FaultSuite suite, String stage) throws Exception {
        Awaitility.await().atMost(PATIENCE).until(() -> suite.log(stage).contains("REELS-0139"));
        ProcessHandle process = suite.process(stage);
        suite.signal(stage, "TERM");
        process.onExit().get(60, TimeUnit.SECONDS);
        suite.heal();
    }

    private static int count(FaultSuite suite, String topic) {
        return EventLog.read(suite.kafka(), List.of(topic)).size();
    }
}
