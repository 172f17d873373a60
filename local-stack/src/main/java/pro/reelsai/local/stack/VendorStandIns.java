package pro.reelsai.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.elevenlabs.ElevenLabsServer;
import pro.reelsai.local.openai.OpenAiServer;
import pro.reelsai.local.replicate.ReplicateServer;
import pro.reelsai.local.replicate.ReplicateSettings;

/**
 * Stand-ins for all paid providers, in one process. Their keys open nothing but them, and they listen on the loopback
 * alone.
 *
 * @param openAi scripts, voices, transcriptions
 * @param elevenLabs voices
 * @param replicate filmed actors
 */
record VendorStandIns(OpenAiServer openAi, ElevenLabsServer elevenLabs, ReplicateServer replicate)
        implements AutoCloseable {
    private static final Duration DAWDLING = Duration.ofMinutes(5);
    private static final String OPENAI_KEY = "sk-stand-in";
    private static final String ELEVEN_LABS_KEY = "xi-stand-in";
    private static final String REPLICATE_TOKEN = "r8_stand_in";

    /**
     * Starts them.
     *
     * @param directory where Replicate's inputs and outputs lie
     * @throws IOException if a port is taken, or the directory cannot be used
     */
    static VendorStandIns start(Path directory, StackPorts ports, StackSecrets secrets) throws IOException {
        return new VendorStandIns(
                OpenAiServer.start(ports.openAi(), OPENAI_KEY, DAWDLING),
                ElevenLabsServer.start(ports.elevenLabs(), ELEVEN_LABS_KEY, DAWDLING),
                ReplicateServer.start(
                        ReplicateSettings.of(directory, ports.replicate(), REPLICATE_TOKEN, webhookSecret(secrets))));
    }

    /** The environment of services that use them. */
    static Map<String, String> settings(StackPorts ports, StackSecrets secrets) {
        return Map.of(
                "OPENAI_API_KEY",
                OPENAI_KEY,
                "OPENAI_BASE_URL",
                url(ports.openAi()) + "/v1",
                "ELEVEN_LABS_API_KEY",
                ELEVEN_LABS_KEY,
                "ELEVEN_LABS_BASE_URL",
                url(ports.elevenLabs()),
                "REPLICATE_BASE_URL",
                url(ports.replicate()),
                "REPLICATE_API_TOKEN",
                REPLICATE_TOKEN,
                "REPLICATE_WEBHOOK_SECRET",
                webhookSecret(secrets),
                "REPLICATE_LOOPBACK",
                "true");
    }

    private static String url(int port) {
        return "http://" + StackConfig.LOOPBACK + ":" + port;
    }

    /** As Replicate writes them; of the stack's own secret, so that nothing more has to be kept. */
    private static String webhookSecret(StackSecrets secrets) {
        byte[] key = secrets.jwtSecret().substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** Stops them. */
    @Override
    public void close() {
        openAi.close();
        elevenLabs.close();
        replicate.close();
    }
}
