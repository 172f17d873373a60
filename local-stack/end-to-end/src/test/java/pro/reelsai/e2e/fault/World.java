package pro.reelsai.e2e.fault;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a suite stands on.
 *
 * @param diskMegabytes how much room the stages have to work in; 0 for as much as there is
 * @param clock the services' wall clock, where it is not the machine's
 */
record World(int diskMegabytes, @Nullable FakeClock clock) {
    static final World USUAL = new World(0, null);

    Map<String, String> settings() {
        return clock == null ? Map.of() : clock.settings();
    }
}
