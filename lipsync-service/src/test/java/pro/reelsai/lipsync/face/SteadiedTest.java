package pro.reelsai.lipsync.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadiedTest {
    private static final int RATE = 30;
    private static final double FACE = 200;

    @Test
    void takesTheTrembleOutOfWhatRests() {
        // Given
        Steadied steadied = new Steadied(1, RATE);
        Random chance = new Random(7);
        double deviation = 0;

        // When
        for (int frame = 0; frame < 300; frame++) {
            double value = steadied.next(0, 100 + chance.nextGaussian(), FACE);
            deviation += frame < 30 ? 0 : Math.abs(value - 100) / 270;
        }

        // Then
        assertThat(deviation).isLessThan(0.45); // of 0.8 that go in
    }

    @Test
    void followsAHeadThatTurnsQuickly() {
        // Given
        Steadied steadied = new Steadied(1, RATE);
        steadied.next(0, 0, FACE);

        // When
        double value = 0;
        for (int frame = 1; frame <= 15; frame++) {
            value = steadied.next(0, frame * FACE / 15, FACE);
        }

        // Then
        assertThat(value).isCloseTo(FACE, within(FACE * 0.05));
    }
}
