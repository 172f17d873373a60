package pro.reelsai.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ws.rs.NotFoundException;
import org.junit.jupiter.api.Test;

class SentryDebugTest {
    @Test
    void isNotThereInProduction() {
        // Given
        SentryDebugResource production = new SentryDebugResource("production");
        SentryDebugResource local = new SentryDebugResource("local");

        // When
        Throwable inProduction = catchThrowable(production::raise);
        Throwable here = catchThrowable(local::raise);

        // Then
        assertThat(inProduction).isInstanceOf(NotFoundException.class);
        assertThat(here).isInstanceOf(IllegalStateException.class);
    }
}
