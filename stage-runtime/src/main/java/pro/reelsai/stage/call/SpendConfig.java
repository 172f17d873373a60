package pro.reelsai.stage.call;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Optional;

/** How much may be spent on providers, over all stages and pods. */
@ConfigMapping(prefix = "reels.spend")
public interface SpendConfig {
    /** The variable of {@link #perRun()}. */
    String PER_RUN = "SPEND_PER_RUN_USD";

    /** The variable of {@link #perDay()}. */
    String PER_DAY = "SPEND_PER_DAY_USD";

    /** What one run may cost, in US dollars, from {@value #PER_RUN}; no cap where left out. */
    Optional<BigDecimal> perRun();

    /** What all runs together may cost in a day (UTC), in US dollars, from {@value #PER_DAY}; no cap where left out. */
    Optional<BigDecimal> perDay();
}
