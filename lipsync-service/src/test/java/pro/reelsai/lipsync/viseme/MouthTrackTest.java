package pro.reelsai.lipsync.viseme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;

class MouthTrackTest {
    private static final int FPS = 30;
    private static final int SAMPLE_RATE = 16_000;

    @Test
    void closesTheLipsAtEveryBilabialBetweenOpenVowels() {
        for (String bilabial : List.of("p", "b", "m")) {
            // Given
            SpeechMarks marks = phones("aa", 0.3, bilabial, 0.09, "aa", 0.3);

            // When
            List<MouthShape> mouths = mouths(marks);

            // Then
            double closest = mouths.subList(8, 13).stream()
                    .mapToDouble(MouthShape::open)
                    .min()
                    .orElseThrow();
            assertThat(closest).as("lips at %s", bilabial).isZero();
            assertThat(mouths.get(4).open()).isGreaterThan(0.4);
            assertThat(mouths.get(16).open()).isGreaterThan(0.4);
        }
    }

    @Test
    void opensWideOnAnAaAndHardlyOnAnIy() {
        // Given
        SpeechMarks wide = phones("aa", 0.5);
        SpeechMarks narrow = phones("iy", 0.5);

        // When
        MouthShape aa = mouths(wide).get(7);
        MouthShape iy = mouths(narrow).get(7);

        // Then
        assertThat(aa.open()).isGreaterThan(0.7);
        assertThat(iy.open()).isLessThan(0.35);
        assertThat(iy.width()).isGreaterThan(0.6);
    }

    @Test
    void roundsTheLipsForAnUwAndAlreadyInTheConsonantBeforeIt() {
        // Given
        SpeechMarks marks = phones("t", 0.08, "uw", 0.3);

        // When
        List<MouthShape> mouths = mouths(marks);

        // Then
        assertThat(mouths.get(6).roundness()).isGreaterThan(0.9);
        assertThat(mouths.get(1).roundness()).isGreaterThan(0.3);
    }

    @Test
    void keepsTheMouthShutThroughAPauseAndAfterTheSpeech() {
        // Given
        SpeechMarks marks = phones("aa", 0.3, "pau", 0.4, "aa", 0.3);
        int frames = 30 + 12;

        // When
        List<MouthShape> mouths = MouthTrack.of(marks, loud(frames), frames, FPS);

        // Then
        assertThat(mouths.subList(12, 18)).extracting(MouthShape::open).containsOnly(0.0);
        assertThat(mouths.subList(33, frames)).extracting(MouthShape::open).containsOnly(0.0);
    }

    @Test
    void talksOnThroughAGapThatIsTooShortForAPause() {
        // Given
        SpeechMarks marks = phones("aa", 0.3, "pau", 0.06, "aa", 0.3);

        // When
        List<MouthShape> mouths = mouths(marks);

        // Then
        assertThat(mouths.subList(2, 16)).extracting(MouthShape::open).allSatisfy(open -> assertThat(open)
                .isGreaterThan(0.2));
    }

    @Test
    void opensLessForSoftSpeechAndNotAtAllForSilence() {
        // Given
        SpeechMarks marks = phones("aa", 0.8);
        Loudness fading = Loudness.ofPcm(tone(0, 0.3, 20_000, 0.5, 4_000, 1, 0), SAMPLE_RATE, 24, FPS);

        // When
        List<MouthShape> mouths = MouthTrack.of(marks, fading, 24, FPS);

        // Then
        assertThat(mouths.get(12).open()).isBetween(0.2, mouths.get(4).open() - 0.1);
        assertThat(mouths.get(20).open()).isZero();
    }

    @Test
    void guessesFromTheSpellingWhereNoPhonesAreKnown() {
        // Given
        SpeechMarks marks = new SpeechMarks(
                1.4, "test", List.of(new Word("Mama", 0.2, 0.8), new Word("you.", 1.0, 1.4)), List.of());

        // When
        List<MouthShape> mouths = mouths(marks);

        // Then
        assertThat(mouths.get(1).open()).as("before the first word").isZero();
        assertThat(mouths.get(15).open()).as("at the second m").isLessThan(0.1);
        assertThat(mouths.get(10).open()).as("in the first a").isGreaterThan(0.3);
        assertThat(mouths.get(26).open()).as("between the words").isZero();
    }

    private static List<MouthShape> mouths(SpeechMarks marks) {
        int frames = (int) (marks.durationSeconds() * FPS);
        return MouthTrack.of(marks, loud(frames), frames, FPS);
    }

    /** Phones and their lengths in seconds, one after the other. */
    private static SpeechMarks phones(Object... symbolsAndLengths) {
        List<Phone> phones = new ArrayList<>();
        double start = 0;
        for (int i = 0; i < symbolsAndLengths.length; i += 2) {
            double end = start + (double) symbolsAndLengths[i + 1];
            phones.add(new Phone((String) symbolsAndLengths[i], start, end));
            start = end;
        }
        return new SpeechMarks(start, "test", List.of(), phones);
    }

    private static Loudness loud(int frames) {
        return Loudness.ofPcm(tone(0, frames, 20_000), SAMPLE_RATE, frames, FPS);
    }

    /** A tone: a time in seconds, then until when and how loud, as often as wanted. */
    private static byte[] tone(double... fromThenUntilAndAmplitude) {
        int last = fromThenUntilAndAmplitude.length;
        byte[] pcm = new byte[(int) (fromThenUntilAndAmplitude[last - 2] * SAMPLE_RATE) * 2];
        int sample = (int) (fromThenUntilAndAmplitude[0] * SAMPLE_RATE);
        for (int i = 1; i < last; i += 2) {
            for (; sample < (int) (fromThenUntilAndAmplitude[i] * SAMPLE_RATE); sample++) {
                int value = (int) (Math.sin(sample * 0.2) * fromThenUntilAndAmplitude[i + 1]);
                pcm[2 * sample] = (byte) value;
                pcm[2 * sample + 1] = (byte) (value >> 8);
            }
        }
        return pcm;
    }
}
