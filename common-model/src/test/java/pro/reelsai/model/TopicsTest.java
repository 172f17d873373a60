package pro.reelsai.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {
    /** The stages' configuration makes the same names of {@code reels.stage.name}. */
    @ParameterizedTest
    @EnumSource
    void asksAStageAtATopicOfItsName(Stage stage) {
        // When
        String topic = Topics.requested(stage);

        // Then
        assertThat(topic).isEqualTo("reels.%s.requested.v1", stage.wireName());
        assertThat(Topics.events()).containsOnlyOnce(topic);
        assertThat(Topics.all()).contains(Topics.deadLetters(topic)).containsAll(Topics.retries(topic));
    }
}
