package pro.reelsai.stage;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A stage whose patience is short, for tests that wait for it to run out. */
public final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "reels.stage.timeout", "3s",
                "reels.stage.stuck-after", "500ms",
                "reels.stage.lease-time", "3s",
                "reels.stage.drain", "1s");
    }
}
