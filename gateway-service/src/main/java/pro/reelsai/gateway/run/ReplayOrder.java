package pro.reelsai.gateway.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Stage;

/**
 * How a past run is to be repeated.
 *
 * @param from the stage whose past request is made again
 * @param shadow whether that one stage alone is run, out of everybody's sight
 * @param paidCalls whether providers may be paid in the shadow; what counts may always pay them
 * @param set settings to change, by their names in the contract, as JSON has them
 */
public record ReplayOrder(Stage from, boolean shadow, boolean paidCalls, Map<String, @Nullable Object> set) {}
