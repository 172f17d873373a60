package pro.reelsai.runtime.errors;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says at the start of a service what is wrong with {@code SENTRY_DSN}. Nothing else would: a report that Sentry does not
 * take is dropped by its library without a word, and nobody misses it.
 */
@ApplicationScoped
public class SentryCheck {
    /** The variable that holds the DSN. */
    static final String NAME = "SENTRY_DSN";

    private static final Logger LOG = Logger.getLogger(SentryCheck.class);
    private static final String WHERE =
            "Set the DSN of the project in the environment of the service (.env), or leave it out";
    private static final String EMPTY_ENVELOPE = "{}\n";
    private static final Set<Integer> NOT_KNOWN = Set.of(401, 403, 404);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String dsn;

    @Inject
    SentryCheck(@ConfigProperty(name = NAME) Optional<String> dsn) {
        this(dsn.orElse(""));
    }

    /**
     * @param dsn as it is set; blank where it is not
     */
    public SentryCheck(String dsn) {
        this.dsn = dsn;
    }

    void atTheStart(@Observes StartupEvent started) {
        Optional<SentryDsn> address = address();
        // Nobody waits for it: Sentry may be away, and what is not reported then is in the log.
        address.ifPresent(sentry -> Thread.ofVirtual().name("sentry-check").start(this::tell));
    }

    private void tell() {
        try {
            complaint().ifPresent(LOG::warn);
        } catch (IOException e) {
            LOG.warnf("REELS-0161 Sentry cannot be reached just now: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    /**
     * Asks Sentry whether it would take a report of ours, by an envelope with nothing in it.
     *
     * @return what is wrong, for operators; empty where Sentry would take it, or none is set
     * @throws ConfigurationException if what is set is no DSN
     * @throws IOException if Sentry does not answer
     * @throws InterruptedException if the caller is interrupted
     */
    public Optional<String> complaint() throws IOException, InterruptedException {
        Optional<SentryDsn> address = address();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(address.get().envelopes())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-sentry-envelope")
                .header(
                        "X-Sentry-Auth",
                        "Sentry sentry_version=7, sentry_client=reelsai/1, sentry_key="
                                + address.get().publicKey())
                .POST(BodyPublishers.ofString(EMPTY_ENVELOPE))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return NOT_KNOWN.contains(status)
                    ? Optional.of("REELS-0160 Sentry does not accept %s (HTTP %d), errors are not reported. %s."
                            .formatted(NAME, status, WHERE))
                    : Optional.empty();
        }
    }

    private Optional<SentryDsn> address() {
        if (dsn.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(SentryDsn.parse(dsn)
                .orElseThrow(() ->
                        new ConfigurationException(NAME + " is no DSN, such as https://KEY@HOST/PROJECT. " + WHERE)));
    }
}
