package pro.reelsai.stage.call;

import pro.reelsai.model.Fingerprint;

/**
 * A call to a provider that answers at once and charges for it.
 *
 * @param fingerprint the sha256 of all that the answer depends on
 * @param provider who is paid, in lower case
 * @param model the provider's model and version
 * @param fileName under which name the answer is kept
 * @param contentType the answer's media type
 */
public record PaidCall(Fingerprint fingerprint, String provider, String model, String fileName, String contentType) {}
