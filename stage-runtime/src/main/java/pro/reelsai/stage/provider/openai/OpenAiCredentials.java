package pro.reelsai.stage.provider.openai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Shows the key as a bearer token, and to Azure as {@code api-key}. */
@ApplicationScoped
public class OpenAiCredentials implements ClientHeadersFactory {
    private final OpenAiConfig config;

    public OpenAiCredentials(OpenAiConfig config) {
        this.config = config;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        String key = config.apiKey().orElse("");
        String host = URI.create(config.baseUrl()).getHost();
        boolean azure = host != null && host.endsWith(".azure.com");
        return new MultivaluedHashMap<>(
                azure ? Map.of("api-key", key) : Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + key));
    }
}
