package pro.reelsai.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;
import pro.reelsai.model.event.StageRequested;

/** Waiting for what the gateway hears from Kafka. */
final class Patience {
    private Patience() {}

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(20, SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    /** Waits until all that was said before has been heard: a later run's event is behind it in every topic we use. */
    static void settle() {
        Caller other = new Caller();
        String marker = other.readyProject();
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, other.startAd(marker));
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 77));
        eventually(() ->
                other.request().get("/api/projects/{id}/status", marker).then().body("stages[0].percent", equalTo(77)));
    }
}
