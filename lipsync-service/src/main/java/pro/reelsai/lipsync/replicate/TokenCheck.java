package pro.reelsai.lipsync.replicate;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.model.LipsyncProvider;

/** Stops the service at its start where it could not do what it is configured for. */
@ApplicationScoped
public class TokenCheck {
    private final LipsyncConfig config;

    public TokenCheck(LipsyncConfig config) {
        this.config = config;
    }

    void beforeTheFirstRequest(@Observes StartupEvent started) {
        check();
    }

    /**
     * @throws ConfigurationException if a key is missing, or a name unknown; the message says which
     */
    void check() {
        boolean wanted =
                config.provider().filter(LipsyncProvider.REPLICATE::equals).isPresent();
        boolean hasToken = config.replicate().apiToken().isPresent();
        if (wanted && !hasToken) {
            throw new ConfigurationException(
                    "LIPSYNC_PROVIDER is replicate, which needs an API token: set REPLICATE_API_TOKEN");
        }
        if (wanted || hasToken) {
            try {
                ReplicateModel.chosen(config.replicate());
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(e.getMessage(), e);
            }
        }
    }
}
