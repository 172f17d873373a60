package pro.reelsai.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that loses its patience within seconds, on a stack of its own that a test may take apart. */
public class ShortTempered implements QuarkusTestProfile {
    static final int REQUESTS_OF_A_USER = 30;
    static final int REQUESTS_OF_AN_ADDRESS = 60;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "reels.edge.limits.per-user",
                String.valueOf(REQUESTS_OF_A_USER),
                "reels.edge.limits.per-address",
                String.valueOf(REQUESTS_OF_AN_ADDRESS),
                "reels.edge.trusted-proxies",
                "1",
                "reels.edge.timeouts.body",
                "1s");
    }
}
