package pro.reelsai.gateway.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import pro.reelsai.gateway.platform.auth.SupabaseTokens;

/** Makes a gateway that could not check a single token stop at its start instead of at the first request. */
@ApplicationScoped
public class StartupChecks {
    void check(@Observes @Priority(1) StartupEvent started, SupabaseTokens tokens) {
        // Touching the bean builds it, and with it the key of the secret, which is refused where it is too short.
        tokens.hashCode();
    }
}
