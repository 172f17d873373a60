package pro.reelsai.script;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import pro.reelsai.local.Infrastructure;
import pro.reelsai.local.openai.OpenAiServer;

/** What the script service needs around it, and a stand-in for OpenAI. */
public final class ScriptStack implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "sk-test-0123456789";

    static Infrastructure infrastructure;
    static OpenAiServer openAi;

    @Override
    public Map<String, String> start() {
        try {
            infrastructure = Infrastructure.startWithTables();
            openAi = infrastructure.with(OpenAiServer.start(0, KEY, Duration.ofSeconds(5)));
            Map<String, String> environment = new HashMap<>(infrastructure.environment());
            // One service of the suite meets the storage with the newer kind of key.
            environment.putAll(infrastructure.opaqueKey());
            environment.put("OPENAI_API_KEY", KEY);
            environment.put("OPENAI_BASE_URL", openAi.baseUrl());
            environment.put("reels.provider.openai.timeout", "2s");
            environment.put("reels.provider.openai.backoff", "10ms");
            environment.put("reels.provider.openai.breaker-volume", "100");
            environment.put("reels.provider.openai.requests-per-minute", "60000");
            return environment;
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
