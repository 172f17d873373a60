package pro.reelsai.stage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import pro.reelsai.local.Infrastructure;
import pro.reelsai.local.sentry.SentryServer;

/** A real broker, database with the gateway's tables, and storage server for the tests of this module. */
public final class StageTestResource implements QuarkusTestResourceLifecycleManager {
    static Infrastructure infrastructure;
    static SentryServer sentry;
    static Cable databaseCable;

    @Override
    public Map<String, String> start() {
        try {
            infrastructure = Infrastructure.startWithTables();
            Map<String, String> environment = new HashMap<>(infrastructure.environment());
            databaseCable = infrastructure.with(new Cable(Integer.parseInt(environment.get("DATABASE_PORT"))));
            environment.put("DATABASE_PORT", Integer.toString(databaseCable.port()));
            // A test lets the bucket dawdle longer than this.
            environment.put("quarkus.rest-client.supabase-storage.read-timeout", "5000");
            environment.put("reels.storage.backoff", "20ms");
            sentry = infrastructure.with(SentryServer.start());
            environment.put("SENTRY_DSN", sentry.dsn());
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            infrastructure.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
