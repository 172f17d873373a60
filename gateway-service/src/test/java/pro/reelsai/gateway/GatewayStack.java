package pro.reelsai.gateway;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.Infrastructure;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.sentry.SentryServer;
import pro.reelsai.local.slack.SlackServer;

/** A real broker, a real database and a real storage server for the gateway under test. */
public class GatewayStack implements QuarkusTestResourceLifecycleManager {
    static final StackSecrets SECRETS = StackSecrets.generate();
    static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** Of the gateway that is under test; started and stopped with it. */
    static SlackServer slack;

    /** What the gateway's errors are told to. */
    static SentryServer sentry;

    static final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    private static volatile @Nullable Infrastructure running;

    /** The stack of the gateway under test, for whoever takes it apart. */
    static Infrastructure running() {
        return Objects.requireNonNull(running);
    }

    @Override
    public Map<String, String> start() {
        try {
            Infrastructure infrastructure = Infrastructure.start(SECRETS);
            running = infrastructure;
            SigningKeyServer keys = infrastructure.with(SigningKeyServer.start());
            slack = infrastructure.with(SlackServer.start());
            sentry = infrastructure.with(SentryServer.start());
            mail.start();
            infrastructure.with(mail::stop);
            Map<String, String> configuration = new HashMap<>(infrastructure.environment());
            configuration.put("SUPABASE_JWT_SECRET", SECRETS.jwtSecret());
            configuration.put("SLACKBOT_RA_WEBHOOK_URL", slack.webhook().toString());
            configuration.put("SENTRY_DSN", sentry.dsn());
            configuration.put("SMTP_HOST", "127.0.0.1");
            configuration.put("SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
            configuration.put("REDIRECT_URL", "https://app.example.com/ads?from=mail&x=1");
            configuration.put("REPLICATE_WEBHOOK_SECRET", WEBHOOK_SECRET);
            configuration.put("reels.auth.jwks-url", keys.url());
            configuration.put("reels.auth.jwks-pause", "1s");
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            running().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
