package pro.reelsai.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import pro.reelsai.local.elevenlabs.ElevenLabsServer;
import pro.reelsai.local.openai.OpenAiServer;

/** Stand-ins for the paid providers, in this process, and how a stack is told to use them. */
public final class VendorStandIns implements AutoCloseable {
    private static final Duration DAWDLING = Duration.ofMinutes(5);

    private final String openAiKey = "sk-stand-in-" + UUID.randomUUID();
    private final String elevenLabsKey = "xi-stand-in-" + UUID.randomUUID();
    private final OpenAiServer openAi;
    private final ElevenLabsServer elevenLabs;

    private VendorStandIns() throws IOException {
        this.openAi = OpenAiServer.start(0, openAiKey, DAWDLING);
        this.elevenLabs = ElevenLabsServer.start(0, elevenLabsKey, DAWDLING);
    }

    /**
     * Starts them on free ports.
     *
     * @throws IOException if there is none
     */
    public static VendorStandIns start() throws IOException {
        return new VendorStandIns();
    }

    /** The environment of services that use them. */
    public Map<String, String> settings() {
        return Map.of(
                "OPENAI_API_KEY",
                openAiKey,
                "OPENAI_BASE_URL",
                openAi.baseUrl(),
                "ELEVEN_LABS_API_KEY",
                elevenLabsKey,
                "ELEVEN_LABS_BASE_URL",
                elevenLabs.baseUrl(),
                "REELS_SCRIPT_PROVIDER",
                "openai");
    }

    /** The stand-in for OpenAI. */
    public OpenAiServer openAi() {
        return openAi;
    }

    /** The stand-in for ElevenLabs. */
    public ElevenLabsServer elevenLabs() {
        return elevenLabs;
    }

    /** Stops them. */
    @Override
    public void close() {
        openAi.close();
        elevenLabs.close();
    }
}
