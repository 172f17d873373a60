package pro.reelsai.local.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pro.reelsai.local.vendor.Calls;
import pro.reelsai.local.vendor.Faults;
import pro.reelsai.local.vendor.VendorRefusal;
import pro.reelsai.local.vendor.VendorRequest;
import pro.reelsai.local.vendor.VendorServer;
import pro.reelsai.local.vendor.Voicebox;

/**
 * A stand-in for ElevenLabs: speech with the times of its characters. It refuses what ElevenLabs refuses, charges nothing,
 * and fails in every documented way when told to.
 *
 * <p>Source: ElevenLabs' OpenAPI document, {@code POST /v1/text-to-speech/{voice_id}/with-timestamps}.
 */
public final class ElevenLabsServer implements AutoCloseable {
    private static final Pattern SPEECH = Pattern.compile("POST (/v1/text-to-speech/([^/]+)/with-timestamps)");

    private final String apiKey;
    private final Duration dawdling;
    private final Faults<ElevenLabsFault> faults = new Faults<>();
    private final TimestampsEndpoint speech = new TimestampsEndpoint(new Voicebox());
    private final VendorServer server;

    private ElevenLabsServer(int port, String apiKey, Duration dawdling) throws IOException {
        this.apiKey = apiKey;
        this.dawdling = dawdling;
        this.server = VendorServer.start(port, this::answer);
    }

    /**
     * Starts a server.
     *
     * @param port the port on 127.0.0.1; 0 takes a free one
     * @param apiKey the one key it knows
     * @param dawdling how long {@link ElevenLabsFault#DAWDLES} takes
     * @throws IOException if the port is taken
     */
    public static ElevenLabsServer start(int port, String apiKey, Duration dawdling) throws IOException {
        return new ElevenLabsServer(port, apiKey, dawdling);
    }

    /** The route that speaks with a voice. */
    public static String route(String voice) {
        return "/v1/text-to-speech/" + voice + "/with-timestamps";
    }

    /** What a service takes for {@code ELEVEN_LABS_BASE_URL}. */
    public String baseUrl() {
        return server.url();
    }

    /** What was asked so far. */
    public Calls calls() {
        return server.calls();
    }

    /** Lets the next requests for any speech fail. */
    public void fail(ElevenLabsFault fault, int times) {
        faults.next("", fault, times);
    }

    /** Lets everything succeed again. */
    public void recover() {
        faults.clear();
    }

    private void answer(VendorRequest request) throws VendorRefusal, IOException, InterruptedException {
        Matcher route = SPEECH.matcher(request.route());
        if (route.matches()) {
            checkKey(request);
            speak(request, route.group(2));
            return;
        }
        switch (request.route()) {
            case "GET /stand-in/calls" -> request.json(200, server.calls().summary());
            case "POST /stand-in/faults" -> order(request);
            default -> throw ElevenLabsErrors.unknownRoute();
        }
    }

    private void speak(VendorRequest request, String voice) throws VendorRefusal, IOException, InterruptedException {
        Optional<ElevenLabsFault> fault = faults.take("");
        if (fault.isPresent()) {
            switch (fault.get()) {
                case WRONG_KEY -> throw ElevenLabsErrors.wrongKey();
                case TOO_MANY_CONCURRENT_REQUESTS -> throw ElevenLabsErrors.tooManyConcurrentRequests();
                case SYSTEM_BUSY -> throw ElevenLabsErrors.systemBusy();
                case QUOTA_EXCEEDED -> throw ElevenLabsErrors.quotaExceeded(request.body().length);
                case UNPROCESSABLE ->
                    throw ElevenLabsErrors.invalid("text", "Input should be a valid string", "string_type");
                case SERVER_ERROR -> throw ElevenLabsErrors.serverError();
                case DAWDLES -> Thread.sleep(dawdling);
                case BREAKS_OFF -> {
                    request.breakOff();
                    return;
                }
                case NO_ALIGNMENT -> {
                    // The endpoint itself leaves it out.
                }
            }
        }
        speech.answer(request, voice, fault);
    }

    private void checkKey(VendorRequest request) throws VendorRefusal {
        String key = request.header("xi-api-key").orElseThrow(ElevenLabsErrors::noKey);
        if (!key.equals(apiKey)) {
            throw ElevenLabsErrors.wrongKey();
        }
    }

    /** {@code {"fault": "SYSTEM_BUSY", "times": 1}}. */
    private void order(VendorRequest request) throws IOException, VendorRefusal {
        JsonNode order =
                request.json().orElseThrow(() -> ElevenLabsErrors.invalid("fault", "Not JSON", "json_invalid"));
        fail(
                ElevenLabsFault.valueOf(order.path("fault").asText()),
                order.path("times").asInt(1));
        request.json(200, order);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.close();
    }
}
