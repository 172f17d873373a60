package pro.reelsai.deployment.repository;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/** The topics that a service writes to. */
public final class Writes {
    private Writes() {}

    /**
     * For the gateway: requests to any stage (a resumed or replayed run begins at any), cancellations, callbacks, and dead
     * letters of what it consumes. For a stage: one outcome, which is the next request or an end; besides progress, retries
     * and dead letters.
     */
    public static Set<String> of(Service service) {
        return service.stage().map(Writes::of).orElseGet(Writes::ofTheGateway);
    }

    private static Set<String> ofTheGateway() {
        Set<String> topics = new TreeSet<>(List.of(Topics.RUN_CANCELLED, Topics.LIPSYNC_CALLBACK));
        topics.addAll(Topics.requests());
        Service.GATEWAY.subscriptions().stream()
                .filter(subscription -> subscription.group().equals("reels-gateway"))
                .flatMap(subscription -> subscription.topics().stream())
                .map(Topics::deadLetters)
                .forEach(topics::add);
        return topics;
    }

    private static Set<String> of(Stage stage) {
        String requests = Topics.requested(stage);
        Set<String> topics = new TreeSet<>(List.of(Topics.RUN_PROGRESS, Topics.RUN_FAILED, Topics.RUN_COMPLETED));
        topics.addAll(Topics.retries(requests));
        topics.add(Topics.deadLetters(requests));
        if (stage == Stage.SCRIPT) {
            topics.add(Topics.SCRIPT_GENERATED);
        }
        stage.next().map(Topics::requested).ifPresent(topics::add);
        return topics;
    }
}
