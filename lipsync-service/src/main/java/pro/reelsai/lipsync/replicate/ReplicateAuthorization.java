package pro.reelsai.lipsync.replicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import pro.reelsai.lipsync.LipsyncConfig;

/** Says who we are to Replicate. */
@ApplicationScoped
public class ReplicateAuthorization implements ClientHeadersFactory {
    private final LipsyncConfig config;

    public ReplicateAuthorization(LipsyncConfig config) {
        this.config = config;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        return new MultivaluedHashMap<>(config.replicate()
                .apiToken()
                .map(token -> Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .orElse(Map.of()));
    }
}
