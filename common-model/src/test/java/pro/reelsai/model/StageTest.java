package pro.reelsai.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageTest {
    @Test
    void leadsFromTheFirstStageOfAnAdThroughAllOfThemToTheLast() {
        // When
        List<Stage> passed = new ArrayList<>();
        for (Optional<Stage> stage = Optional.of(Stage.VOICE);
                stage.isPresent();
                stage = stage.get().next()) {
            passed.add(stage.get());
        }

        // Then
        assertThat(passed).containsExactlyElementsOf(Stage.ofAnAd());
        assertThat(passed).doesNotContain(Stage.SCRIPT).hasSize(Stage.values().length - 1);
    }

    @Test
    void leadsFromTheScriptNowhere() {
        assertThat(Stage.SCRIPT.next()).isEmpty();
    }
}
