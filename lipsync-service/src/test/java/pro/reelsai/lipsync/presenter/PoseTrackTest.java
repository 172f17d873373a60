package pro.reelsai.lipsync.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pro.reelsai.lipsync.viseme.Loudness;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

class PoseTrackTest {
    private static final int FPS = 30;
    private static final int FRAMES = 20 * FPS;
    private static final Loudness SILENCE = Loudness.ofPcm(new byte[0], 16_000, FRAMES, FPS);

    /** A long word every two seconds and silence after each. */
    private static final SpeechMarks MARKS = new SpeechMarks(
            20,
            "test",
            IntStream.range(0, 10)
                    .mapToObj(i -> new Word("word" + i, 2 * i + 0.5, 2 * i + 1.2))
                    .toList(),
            List.of());

    @Test
    void repeatsItselfForTheSameSeedOnly() {
        // Given
        List<Pose> first = PoseTrack.of(MARKS, SILENCE, FRAMES, FPS, 42);

        // When
        List<Pose> again = PoseTrack.of(MARKS, SILENCE, FRAMES, FPS, 42);
        List<Pose> other = PoseTrack.of(MARKS, SILENCE, FRAMES, FPS, 43);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void blinksEveryFewSecondsAndNotForLong() {
        // Given
        List<Pose> poses = PoseTrack.of(MARKS, SILENCE, FRAMES, FPS, 42);

        // When
        long shut = poses.stream().filter(pose -> pose.blink() > 0.5).count();
        long blinks = IntStream.range(1, FRAMES)
                .filter(i -> poses.get(i).blink() > 0.5 && poses.get(i - 1).blink() <= 0.5)
                .count();

        // Then
        assertThat(blinks).isBetween(4L, 12L);
        assertThat(shut / blinks).isBetween(3L, 7L);
    }

    @Test
    void nodsOnTheWordsAndMovesWithoutJerks() {
        // Given
        List<Pose> poses = PoseTrack.of(MARKS, SILENCE, FRAMES, FPS, 42);

        // When
        double onWords = averagePitch(poses, 0.78);
        double betweenWords = averagePitch(poses, 1.9);
        double largestStep = IntStream.range(1, FRAMES)
                .mapToDouble(i -> Math.abs(poses.get(i).bob() - poses.get(i - 1).bob()))
                .max()
                .orElseThrow();

        // Then
        assertThat(onWords).isGreaterThan(betweenWords + 0.2);
        assertThat(largestStep).as("pixels from one frame to the next").isLessThan(2);
    }

    private static double averagePitch(List<Pose> poses, double secondsIntoEachTwo) {
        return IntStream.range(0, 10)
                .mapToDouble(i ->
                        poses.get((int) ((2 * i + secondsIntoEachTwo) * FPS)).pitch())
                .average()
                .orElseThrow();
    }
}
