package pro.reelsai.local.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FootprintTest {
    @Test
    void growsWithTheAdsAndWithTheProcesses() {
        // Given
        Arrivals arrivals = new Arrivals(5000, 1.8, 1);

        // When
        Footprint footprint = new Footprint(arrivals, 6, 48);

        // Then
        assertThat(footprint.connections()).isEqualTo(240);
        assertThat(footprint.perMinute()).isCloseTo(6.25, within(0.01));
        assertThat(footprint.eventsPerSecond()).isCloseTo(2.08, within(0.01));
        assertThat(footprint.lastingGigabytes()).isCloseTo(47, within(0.1));
        assertThat(footprint.workingGigabytes(30)).isCloseTo(2370, within(1.0));
    }
}
