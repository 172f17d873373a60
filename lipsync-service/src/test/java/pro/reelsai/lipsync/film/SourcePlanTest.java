package pro.reelsai.lipsync.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.lipsync.LipsyncConfig.Lengthening;
import pro.reelsai.runtime.media.MediaInfo;

class SourcePlanTest {
    /** One row: what the model needs, the lengths of video and speech, and what comes of it. */
    @ParameterizedTest
    @CsvSource({
        "NONE,   4, 15, NONE,   1,  4",
        "LOOP,  15, 15, NONE,   1, 15",
        "BOUNCE, 20, 15, NONE,  1, 20",
        "LOOP,   4, 15, LOOP,   4, 15.4",
        "LOOP,   5, 14.6, LOOP, 3, 15",
        "BOUNCE, 4, 15, BOUNCE, 2, 15.4",
        "BOUNCE, 4,  5, BOUNCE, 1,  5.4",
        "BOUNCE, 0.2, 60, BOUNCE, 151, 60.4",
    })
    void playsTheVideoAsOftenAsTheSpeechNeeds(
            Lengthening wanted, double film, double speech, Lengthening way, int cycles, double seconds) {
        // When
        SourcePlan plan = SourcePlan.of(wanted, film(360, 640, 25, film), speech);

        // Then
        assertThat(plan.way()).isEqualTo(way);
        assertThat(plan.cycles()).isEqualTo(cycles);
        assertThat(plan.seconds()).isCloseTo(seconds, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "720, 1280, 25, 7, BOUNCE",
        "1080, 1920, 30, 2, BOUNCE",
        "1080, 1920, 30, 10, LOOP",
        "1080, 1920, 0, 10, LOOP"
    })
    void loopsWhatIsTooLargeToBeTurnedRound(int width, int height, double rate, double seconds, Lengthening way) {
        // When
        SourcePlan plan = SourcePlan.of(Lengthening.BOUNCE, film(width, height, rate, seconds), 30);

        // Then
        assertThat(plan.way()).isEqualTo(way);
    }

    @Test
    void refusesWhatDoesNotMove() {
        // Given
        MediaInfo sound = new MediaInfo("mp3", 3, Optional.empty(), Optional.empty());

        // When
        assertThatThrownBy(() -> SourcePlan.of(Lengthening.LOOP, sound, 30))
                // Then
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MediaInfo film(int width, int height, double rate, double seconds) {
        return new MediaInfo(
                "mov,mp4,m4a,3gp,3g2,mj2",
                seconds,
                Optional.of(new MediaInfo.Video("h264", "High", width, height, rate, "yuv420p", 0)),
                Optional.empty());
    }
}
