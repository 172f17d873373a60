package pro.reelsai.stage.provider;

import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;

/**
 * Says in a run's failure what a provider did, and what can be done about it.
 *
 * @param provider its name, for people
 * @param keyName the environment variable that holds its key
 * @param unavailable the code of a provider that gives no usable answer
 * @param refused the code of a provider that will not do this for anybody
 */
public record ProviderFailure(String provider, String keyName, FailureCode unavailable, FailureCode refused) {
    /** The failure of a stage that a provider's failure leads to. */
    public StageException of(ProviderException e) {
        return switch (e.reason()) {
            case BUSY, BROKEN, SILENT, NOT_ASKED ->
                new TransientStageException(
                        unavailable,
                        provider + " does not answer just now. Please try again later.",
                        e.retryAfter().orElse(null),
                        e);
            case KEY ->
                permanent(
                        unavailable,
                        "%s does not accept the key in %s. Set a valid key in the environment of the service (.env) and start it again."
                                .formatted(provider, keyName),
                        e);
            case MONEY ->
                permanent(
                        unavailable,
                        "The account of %s has no quota left: check its plan and billing, or set another key in %s."
                                .formatted(provider, keyName),
                        e);
            case REFUSED ->
                permanent(refused, provider + " refused this text as against its rules. Please change it.", e);
            case REQUEST ->
                permanent(unavailable, "%s did not accept the request: %s".formatted(provider, e.getMessage()), e);
        };
    }

    private static StageException permanent(FailureCode code, String message, ProviderException e) {
        return new PermanentStageException(code, message, e);
    }
}
