package pro.reelsai.voice.speech.elevenlabs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Shows the key as {@code xi-api-key}. */
@ApplicationScoped
public class ElevenLabsCredentials implements ClientHeadersFactory {
    private final ElevenLabsConfig config;

    public ElevenLabsCredentials(ElevenLabsConfig config) {
        this.config = config;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        return new MultivaluedHashMap<>(Map.of("xi-api-key", config.apiKey().orElse("")));
    }
}
