package pro.reelsai.lipsync.replicate;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.Infrastructure;
import pro.reelsai.local.replicate.ReplicateServer;
import pro.reelsai.local.replicate.ReplicateSettings;

/** A real broker, database and storage server, a stand-in for Replicate, and one for the gateway's webhook. */
public final class LipsyncStack implements QuarkusTestResourceLifecycleManager {
    private static final Path MIGRATIONS = Path.of("../gateway-service/src/main/resources/db/migration");

    static Infrastructure infrastructure;
    static ReplicateServer replicate;
    private @Nullable WebhookRelay gateway;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "stack-");
            infrastructure = Infrastructure.start(directory, MIGRATIONS);
            gateway = WebhookRelay.start();
            replicate = ReplicateServer.start(
                    ReplicateSettings.of(directory.resolve("replicate"), 0, "r8_test", "whsec_c2VjcmV0c2VjcmV0")
                            .hurried());
            return settings(gateway);
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> settings(WebhookRelay gateway) {
        Map<String, String> settings = new HashMap<>(infrastructure.environment());
        settings.put("REPLICATE_BASE_URL", replicate.url().toString());
        settings.put("REPLICATE_API_TOKEN", "r8_test");
        settings.put("REPLICATE_LOOPBACK", "true");
        settings.put("RAI_GATEWAY_BACKEND_URL", gateway.url().toString());
        // Everything that waits for minutes waits for a second here.
        settings.put("quarkus.rest-client.replicate.read-timeout", "1500");
        settings.put("reels.lipsync.replicate.settling", "2s");
        settings.put("reels.lipsync.replicate.pause", "500ms");
        settings.put("reels.calls.tick", "200ms");
        settings.put("reels.calls.first-look", "2s");
        settings.put("reels.calls.longest-wait", "3s");
        settings.put("reels.stage.workspace", "target/workspace");
        return settings;
    }

    @Override
    public void stop() {
        try {
            for (AutoCloseable part : new AutoCloseable[] {replicate, gateway, infrastructure}) {
                if (part != null) {
                    part.close();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
