package pro.reelsai.voice;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import pro.reelsai.local.Infrastructure;
import pro.reelsai.local.elevenlabs.ElevenLabsServer;
import pro.reelsai.local.openai.OpenAiServer;

/** What the voice service needs around it, and stand-ins for both vendors of voices. */
public final class VoiceStack implements QuarkusTestResourceLifecycleManager {
    private static final String OPENAI_KEY = "sk-test-0123456789";
    private static final String ELEVEN_LABS_KEY = "xi-test-0123456789";

    static Infrastructure infrastructure;
    static OpenAiServer openAi;
    static ElevenLabsServer elevenLabs;

    @Override
    public Map<String, String> start() {
        try {
            infrastructure = Infrastructure.startWithTables();
            openAi = infrastructure.with(OpenAiServer.start(0, OPENAI_KEY, Duration.ofSeconds(15)));
            elevenLabs = infrastructure.with(ElevenLabsServer.start(0, ELEVEN_LABS_KEY, Duration.ofSeconds(15)));
            Map<String, String> environment = new HashMap<>(infrastructure.environment());
            environment.put("OPENAI_API_KEY", OPENAI_KEY);
            environment.put("OPENAI_BASE_URL", openAi.baseUrl());
            environment.put("ELEVEN_LABS_API_KEY", ELEVEN_LABS_KEY);
            environment.put("ELEVEN_LABS_BASE_URL", elevenLabs.baseUrl());
            environment.put("reels.voice.openai.longest-request", "220");
            environment.put("reels.eleven-labs.longest-request", "250");
            for (String provider : new String[] {"openai", "eleven-labs"}) {
                environment.put("reels.provider." + provider + ".timeout", "10s");
                environment.put("reels.provider." + provider + ".backoff", "10ms");
                environment.put("reels.provider." + provider + ".breaker-volume", "100");
                environment.put("reels.provider." + provider + ".requests-per-minute", "60000");
            }
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
