package pro.reelsai.runtime.storage;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Stops a service at its start that has no key to the bucket. */
@ApplicationScoped
public class StorageKeyCheck {
    private final StorageConfig config;

    public StorageKeyCheck(StorageConfig config) {
        this.config = config;
    }

    void beforeTheFirstRequest(@Observes StartupEvent started) {
        check();
    }

    /**
     * @throws ConfigurationException if there is no key; the message says which, and where to put it
     */
    public void check() {
        if (config.serviceKey().filter(key -> !key.isBlank()).isEmpty()) {
            throw new ConfigurationException(
                    "SUPABASE_SERVICE_KEY is not set: put the service key of the Supabase project into the environment"
                            + " of the service (.env)");
        }
    }
}
