package pro.reelsai.lipsync.replicate;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import pro.reelsai.local.Infrastructure;
import pro.reelsai.local.replicate.ReplicateServer;
import pro.reelsai.local.replicate.ReplicateSettings;

/** A real broker, database and storage server, a stand-in for Replicate, and one for the gateway's webhook. */
public final class LipsyncStack implements QuarkusTestResourceLifecycleManager {
    static Infrastructure infrastructure;
    static ReplicateServer replicate;

    @Override
    public Map<String, String> start() {
        try {
            infrastructure = Infrastructure.startWithTables();
            WebhookRelay gateway = infrastructure.with(WebhookRelay.start());
            Path files = infrastructure.directory().resolve("replicate");
            replicate = infrastructure.with(
                    ReplicateServer.start(ReplicateSettings.of(files, 0, "r8_test", "whsec_c2VjcmV0c2VjcmV0")
                            .hurried()));
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
            infrastructure.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
