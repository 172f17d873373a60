package pro.reelsai.local.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import pro.reelsai.local.vendor.Calls;
import pro.reelsai.local.vendor.Faults;
import pro.reelsai.local.vendor.VendorRefusal;
import pro.reelsai.local.vendor.VendorRequest;
import pro.reelsai.local.vendor.VendorServer;
import pro.reelsai.local.vendor.Voicebox;

/**
 * A stand-in for OpenAI: chat completions, speech and transcriptions. It refuses what OpenAI refuses, charges nothing, and
 * fails in every documented way when told to.
 *
 * <p>Source: OpenAI's OpenAPI document and its guides to structured outputs, text to speech and error codes.
 */
public final class OpenAiServer implements AutoCloseable {
    /** The route of chat completions. */
    public static final String CHAT = "/v1/chat/completions";
    /** The route of speech. */
    public static final String SPEECH = "/v1/audio/speech";
    /** The route of transcriptions. */
    public static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";

    private static final String CALLS = "GET /stand-in/calls";
    private static final String FAULTS = "POST /stand-in/faults";

    private final String apiKey;
    private final Duration dawdling;
    private final Faults<OpenAiFault> faults = new Faults<>();
    private final ChatEndpoint chat = new ChatEndpoint();
    private final SpeechEndpoint speech = new SpeechEndpoint(new Voicebox());
    private final TranscriptionEndpoint transcription = new TranscriptionEndpoint(speech);
    private final VendorServer server;

    private OpenAiServer(int port, String apiKey, Duration dawdling) throws IOException {
        this.apiKey = apiKey;
        this.dawdling = dawdling;
        this.server = VendorServer.start(port, this::answer);
    }

    /**
     * Starts a server.
     *
     * @param port the port on 127.0.0.1; 0 takes a free one
     * @param apiKey the one key it knows
     * @param dawdling how long {@link OpenAiFault#DAWDLES} takes
     * @throws IOException if the port is taken
     */
    public static OpenAiServer start(int port, String apiKey, Duration dawdling) throws IOException {
        return new OpenAiServer(port, apiKey, dawdling);
    }

    /** What a service takes for {@code OPENAI_BASE_URL}. */
    public String baseUrl() {
        return server.url() + "/v1";
    }

    /** What was asked so far. */
    public Calls calls() {
        return server.calls();
    }

    /** Lets the next requests of a path fail. */
    public void fail(String path, OpenAiFault fault, int times) {
        faults.next(path, fault, times);
    }

    /** Lets everything succeed again. */
    public void recover() {
        faults.clear();
    }

    private void answer(VendorRequest request) throws VendorRefusal, IOException, InterruptedException {
        switch (request.route()) {
            case "POST " + CHAT -> guarded(request, CHAT, chat::answer);
            case "POST " + SPEECH -> guarded(request, SPEECH, speech::answer);
            case "POST " + TRANSCRIPTIONS -> guarded(request, TRANSCRIPTIONS, transcription::answer);
            case CALLS -> request.json(200, server.calls().summary());
            case FAULTS -> order(request);
            default -> throw OpenAiErrors.unknownRoute(request.route());
        }
    }

    private interface Route {
        void answer(VendorRequest request, Optional<OpenAiFault> fault)
                throws VendorRefusal, IOException, InterruptedException;
    }

    private void guarded(VendorRequest request, String path, Route route)
            throws VendorRefusal, IOException, InterruptedException {
        checkKey(request);
        Optional<OpenAiFault> fault = faults.take(path);
        if (fault.isPresent()) {
            switch (fault.get()) {
                case WRONG_KEY -> throw OpenAiErrors.wrongKey(apiKey);
                case RATE_LIMITED -> throw OpenAiErrors.rateLimited(1);
                case QUOTA_EXHAUSTED -> throw OpenAiErrors.quotaExhausted();
                case SERVER_ERROR -> throw OpenAiErrors.serverError();
                case OVERLOADED -> throw OpenAiErrors.overloaded();
                case CONTENT_POLICY -> throw OpenAiErrors.contentPolicy();
                case DAWDLES -> Thread.sleep(dawdling);
                case BREAKS_OFF -> {
                    request.breakOff();
                    return;
                }
                case REFUSES, CUT_SHORT, CONTENT_FILTER, WRONG_JSON, TOO_LONG, UNSPEAKABLE -> {
                    // The endpoint itself does these.
                }
            }
        }
        route.answer(request, fault);
    }

    private void checkKey(VendorRequest request) throws VendorRefusal {
        String authorization = request.header("Authorization").orElse("");
        if (!authorization.startsWith("Bearer ") || authorization.length() == "Bearer ".length()) {
            throw OpenAiErrors.noKey();
        }
        String key = authorization.substring("Bearer ".length());
        if (!key.equals(apiKey)) {
            throw OpenAiErrors.wrongKey(key);
        }
    }

    /** {@code {"path": "/v1/audio/speech", "fault": "RATE_LIMITED", "times": 1}}. */
    private void order(VendorRequest request) throws IOException, VendorRefusal {
        JsonNode order = request.json().orElseThrow(() -> OpenAiErrors.invalid("Not JSON", null, null));
        fail(
                order.path("path").asText(),
                OpenAiFault.valueOf(order.path("fault").asText()),
                order.path("times").asInt(1));
        request.json(200, order);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.close();
    }
}
