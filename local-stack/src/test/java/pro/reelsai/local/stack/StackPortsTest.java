package pro.reelsai.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {
    @Test
    void givesEveryReplicaOfEveryServiceAPortOfItsOwn() {
        // Given
        StackPorts ports = new StackPorts(8080);
        List<Integer> all = new ArrayList<>(List.of(
                ports.kafka(),
                ports.kafkaController(),
                ports.postgres(),
                ports.storage(),
                ports.replicate(),
                ports.openAi(),
                ports.elevenLabs()));

        // When
        for (Service service : Service.values()) {
            for (int replica = 0; replica < StackConfig.MOST_REPLICAS; replica++) {
                all.add(ports.of(service, replica));
            }
        }

        // Then
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void refusesMoreReplicasThanThereArePortsFor() {
        // Given
        StackConfig stack = StackConfig.of(Path.of("."), Path.of("state"), 8080);

        // When
        assertThatThrownBy(() -> stack.withReplicas(Map.of(Service.VOICE, 9)))
                // Then
                .hasMessageContaining("1 to 8 replicas of voice");
    }
}
