package pro.reelsai.runtime.errors;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Sentry takes errors, and by which key.
 *
 * <p>Source: <a href="https://develop.sentry.dev/sdk/overview/#parsing-the-dsn">Sentry, "Parsing the DSN"</a>.
 *
 * @param envelopes where envelopes are posted
 * @param publicKey who we are; no secret, but nobody else's either
 */
record SentryDsn(URI envelopes, String publicKey) {
    private static final Pattern PATH = Pattern.compile("(.*)/([^/]+)");

    /** Reads {@code https://KEY@HOST/PATH/PROJECT}; empty if it is anything else. */
    static Optional<SentryDsn> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            String user = uri.getUserInfo();
            Matcher path = PATH.matcher(uri.getPath() == null ? "" : uri.getPath());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || user == null || user.isEmpty() || !path.matches()) {
                return Optional.empty();
            }
            String envelopes = path.group(1) + "/api/" + path.group(2) + "/envelope/";
            return Optional.of(new SentryDsn(
                    new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), envelopes, null, null),
                    user.split(":", 2)[0]));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
