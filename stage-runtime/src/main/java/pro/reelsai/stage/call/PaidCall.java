package pro.reelsai.stage.call;

import java.math.BigDecimal;
import pro.reelsai.model.Fingerprint;

/**
 * A call to a provider that answers at once and charges for it.
 *
 * @param fingerprint the sha256 of all that the answer depends on
 * @param provider who is paid, in lower case
 * @param model the provider's model and version
 * @param fileName under which name the answer is kept
 * @param contentType the answer's media type
 * @param estimateUsd what it may cost, in US dollars; reserved until the answer tells its price
 */
public record PaidCall(
        Fingerprint fingerprint,
        String provider,
        String model,
        String fileName,
        String contentType,
        BigDecimal estimateUsd) {}
