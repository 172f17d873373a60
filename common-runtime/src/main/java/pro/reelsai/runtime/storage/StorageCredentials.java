package pro.reelsai.runtime.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * Says who we are: both kinds of key go into {@code apikey}, but only a JWT may also be the bearer; an opaque
 * {@code sb_secret_…} key there is refused.
 */
@ApplicationScoped
public class StorageCredentials implements ClientHeadersFactory {
    private static final String OPAQUE_KEY_PREFIX = "sb_secret_";

    private final StorageConfig config;

    public StorageCredentials(StorageConfig config) {
        this.config = config;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        return new MultivaluedHashMap<>(headers());
    }

    /** The headers of every request. */
    Map<String, String> headers() {
        String key = config.serviceKey().orElse("");
        return key.startsWith(OPAQUE_KEY_PREFIX)
                ? Map.of("apikey", key)
                : Map.of("apikey", key, HttpHeaders.AUTHORIZATION, "Bearer " + key);
    }
}
