package pro.reelsai.lipsync.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import pro.reelsai.lipsync.LipsyncConfig;

/** Finds the video in a prediction's output: a URI, or the first one in a list or an object. */
final class OutputUris {
    private OutputUris() {}

    /** Where the video is; empty where the output holds no address that we would fetch from. */
    static Optional<URI> find(JsonNode output, LipsyncConfig.Replicate config) {
        if (output.isTextual()) {
            return parse(output.asText()).filter(uri -> isAllowed(uri, config));
        }
        for (JsonNode part : output) {
            Optional<URI> found = find(part, config);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty(); // a text among the outputs
        }
    }

    private static boolean isAllowed(URI uri, LipsyncConfig.Replicate config) {
        return uri.getHost() != null && ("https".equals(uri.getScheme()) || Loopback.allows(uri, config));
    }
}
