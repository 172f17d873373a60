package pro.reelsai.gateway.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many ads are begun, and for whom. */
@ConfigMapping(prefix = "reels.admission")
public interface AdmissionConfig {
    /** How many ads of one user are made at once; the user's further ones wait for their turn. 0 for any number. */
    @WithDefault("10")
    int adsAtOnce();

    /** How often the gateway looks whether it is an ad's turn. */
    @WithDefault("1s")
    Duration check();

    /** How long an ad waits for its turn before its run fails and the credit is given back. */
    @WithDefault("24h")
    Duration patience();

    /** How long the oldest request of any stage may have waited before no new ad is taken; 0 for any time. */
    @WithDefault("1h")
    Duration longestQueue();
}
