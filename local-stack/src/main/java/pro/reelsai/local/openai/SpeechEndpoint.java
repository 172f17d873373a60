package pro.reelsai.local.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import pro.reelsai.local.vendor.SoundFormat;
import pro.reelsai.local.vendor.Spoken;
import pro.reelsai.local.vendor.VendorRefusal;
import pro.reelsai.local.vendor.VendorRequest;
import pro.reelsai.local.vendor.Voicebox;

/** {@code POST /v1/audio/speech}: JSON in, bytes out. */
final class SpeechEndpoint {
    private static final int LONGEST_INPUT = 4096;
    private static final int LONGEST_INPUT_IN_TOKENS = 2000;
    private static final double CHARACTERS_PER_TOKEN = 2.5;
    private static final Set<String> MODELS =
            Set.of("tts-1", "tts-1-1106", "tts-1-hd", "tts-1-hd-1106", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-03-20");
    private static final Set<String> FIELDS =
            Set.of("model", "input", "voice", "instructions", "response_format", "speed", "stream_format");

    /** Every voice, and its pitch relative to the engine's. */
    private static final Map<String, Double> VOICES = Map.ofEntries(
            Map.entry("alloy", 0.97),
            Map.entry("ash", 0.80),
            Map.entry("ballad", 0.84),
            Map.entry("coral", 1.06),
            Map.entry("echo", 0.78),
            Map.entry("fable", 0.92),
            Map.entry("onyx", 0.72),
            Map.entry("nova", 1.04),
            Map.entry("sage", 1.0),
            Map.entry("shimmer", 1.10),
            Map.entry("verse", 0.82),
            Map.entry("marin", 1.02),
            Map.entry("cedar", 0.76));

    private static final Set<String> NEW_VOICES = Set.of("ballad", "verse", "marin", "cedar");

    private static final Map<String, SoundFormat> FORMATS = Map.of(
            "mp3", SoundFormat.mp3(24_000, 128),
            "opus", new SoundFormat("audio/ogg", List.of("-ar", "24000", "-c:a", "libopus", "-f", "ogg")),
            "aac", new SoundFormat("audio/aac", List.of("-ar", "24000", "-c:a", "aac", "-f", "adts")),
            "flac", new SoundFormat("audio/flac", List.of("-ar", "24000", "-c:a", "flac", "-f", "flac")),
            "wav", new SoundFormat("audio/wav", List.of("-ar", "24000", "-c:a", "pcm_s16le", "-f", "wav")),
            "pcm", SoundFormat.pcm("audio/pcm", 24_000));

    private final Voicebox voicebox;
    private final Map<Integer, Spoken> memory = new ConcurrentHashMap<>();

    SpeechEndpoint(Voicebox voicebox) {
        this.voicebox = voicebox;
    }

    void answer(VendorRequest request, Optional<OpenAiFault> fault)
            throws VendorRefusal, IOException, InterruptedException {
        JsonNode body = request.json()
                .orElseThrow(() -> OpenAiErrors.invalid(
                        "We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.",
                        null,
                        null));
        check(body);
        String format = body.path("response_format").asText("mp3");
        double speed = body.path("speed").asDouble(1);
        Spoken spoken = voicebox.speak(
                body.get("input").asText(), VOICES.get(body.get("voice").asText()), speed, FORMATS.get(format));
        memory.put(Arrays.hashCode(spoken.sound()), spoken);
        request.bytes(200, FORMATS.get(format).contentType(), spoken.sound());
    }

    /** What was spoken in a sound that this server made; empty for any other sound. */
    Optional<Spoken> recognise(byte[] sound) {
        return Optional.ofNullable(memory.get(Arrays.hashCode(sound)));
    }

    private static void check(JsonNode body) throws VendorRefusal {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw OpenAiErrors.invalid("Unrecognized request argument supplied: " + name, null, null);
            }
        }
        for (String required : new String[] {"model", "input", "voice"}) {
            if (!body.path(required).isTextual()) {
                throw invalid("missing", required, "Field required");
            }
        }
        String model = body.get("model").asText();
        String input = body.get("input").asText();
        if (!MODELS.contains(model)) {
            throw OpenAiErrors.unknownModel(model);
        }
        boolean classic = model.startsWith("tts-1");
        if (input.isEmpty()) {
            throw invalid("string_too_short", "input", "String should have at least 1 character");
        }
        if (input.length() > LONGEST_INPUT) {
            throw invalid("string_too_long", "input", "String should have at most " + LONGEST_INPUT + " characters");
        }
        int tokens = (int) (input.length() / CHARACTERS_PER_TOKEN);
        if (!classic && tokens > LONGEST_INPUT_IN_TOKENS) {
            throw OpenAiErrors.invalid(
                    "Input of %d tokens is over the maximum input limit of %d tokens. Please shorten your input."
                            .formatted(tokens, LONGEST_INPUT_IN_TOKENS),
                    null,
                    "invalid_value");
        }
        String voice = body.get("voice").asText();
        if (!VOICES.containsKey(voice) || classic && NEW_VOICES.contains(voice)) {
            throw invalid(
                    "enum",
                    "voice",
                    "Input should be "
                            + VOICES.keySet().stream()
                                    .sorted()
                                    .map(name -> "'" + name + "'")
                                    .collect(Collectors.joining(", ")));
        }
        if (classic && body.has("instructions")) {
            throw OpenAiErrors.invalid(
                    "The 'instructions' parameter is not supported with this model.", "instructions", null);
        }
        if (!FORMATS.containsKey(body.path("response_format").asText("mp3"))) {
            throw invalid("enum", "response_format", "Input should be 'mp3', 'opus', 'aac', 'flac', 'wav' or 'pcm'");
        }
        double speed = body.path("speed").asDouble(1);
        if (speed < 0.25 || speed > 4) {
            throw invalid(
                    "range", "speed", "Input should be greater than or equal to 0.25 and less than or equal to 4");
        }
    }

    private static VendorRefusal invalid(String type, String field, String problem) {
        return OpenAiErrors.invalid(
                "[{'type': '%s', 'loc': ('body', '%s'), 'msg': '%s'}]".formatted(type, field, problem), null, null);
    }
}
