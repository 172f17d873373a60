package pro.reelsai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                "..",
                "a/../b",
                "./a",
                "a/.hidden",
                "a b",
                "a%2fb",
                "é",
                "a\nb",
                "a?b",
                "a#b"
            })
    void refusesKeysThatSomeStorageBackendWouldTakeForAnotherPlace(String key) {
        assertThatThrownBy(() -> new ObjectKey(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesObjectsAsTheContractDoes() {
        // Given
        UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");

        // When / Then
        assertThat(ObjectKeys.finalVideo(id)).hasToString("projects/" + id + "/final_video_w_captions.mp4");
        assertThat(ObjectKeys.finalVideo(id, AspectRatio.LANDSCAPE))
                .hasToString("projects/" + id + "/final_video_w_captions_16x9.mp4");
        assertThat(ObjectKeys.speech(id, "slt")).hasToString("projects/" + id + "/t2s_audio_slt.mp3");
        assertThat(ObjectKeys.asset(id, id, "png")).hasToString("projects/" + id + "/assets/" + id + ".png");
        Fingerprint fingerprint = Fingerprint.of(Stage.VOICE, "x");
        assertThat(ObjectKeys.work(id, Stage.VOICE, fingerprint, ObjectKeys.MANIFEST))
                .hasToString("projects/" + id + "/work/voice/" + fingerprint + "/manifest.json");
        assertThat(ObjectKeys.replay(id, Stage.VOICE, fingerprint, "words.json"))
                .hasToString("replays/" + id + "/voice/" + fingerprint + "/words.json");
    }

    @Test
    void refusesAVoiceNameThatWouldLeaveItsFolder() {
        assertThatThrownBy(() -> ObjectKeys.speech(UUID.randomUUID(), "../../x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
