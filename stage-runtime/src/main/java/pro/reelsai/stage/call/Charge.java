package pro.reelsai.stage.call;

import java.math.BigDecimal;

/**
 * What a provider charges for a call.
 *
 * @param units how much was used
 * @param unit what is counted, such as {@code second}
 * @param priceUsd in US dollars
 */
public record Charge(BigDecimal units, String unit, BigDecimal priceUsd) {}
