package pro.reelsai.gateway.admin;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one model of a provider has charged in a day.
 *
 * @param day the day (UTC) on which the calls were made
 * @param provider who was paid, in lower case
 * @param model the provider's model and version
 * @param calls how many calls were made, failed ones included
 * @param priceUsd what they cost, in US dollars, by the prices in the configuration
 * @param underWayUsd what those may cost at most that have no end yet, in US dollars
 */
public record DailyCost(
        LocalDate day, String provider, String model, long calls, BigDecimal priceUsd, BigDecimal underWayUsd) {}
