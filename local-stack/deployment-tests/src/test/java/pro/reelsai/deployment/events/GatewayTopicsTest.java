package pro.reelsai.deployment.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/** The gateway's lists of topics, which are configuration: of what one of them lacks, it never learns. */
class GatewayTopicsTest {
    /** What only the gateway itself says; it knows what it said. */
    private static final List<String> ITS_OWN = List.of(
            Topics.requested(Stage.SCRIPT),
            Topics.requested(Stage.ofAnAd().getFirst()),
            Topics.LIPSYNC_CALLBACK,
            Topics.RUN_CANCELLED);

    @Test
    void hearsEveryEventThatItDoesNotSayItself() {
        // Given
        List<String> others = new ArrayList<>(Topics.events());
        others.removeAll(ITS_OWN);

        // Then
        assertThat(read("reels-gateway")).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void hearsTheDeadLettersOfEveryEvent() {
        assertThat(read("reels-gateway-dlq"))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.events().stream().map(Topics::deadLetters).toList());
    }

    private static Set<String> read(String group) {
        return Service.GATEWAY.subscriptions().stream()
                .filter(subscription -> subscription.group().equals(group))
                .findFirst()
                .orElseThrow()
                .topics();
    }
}
