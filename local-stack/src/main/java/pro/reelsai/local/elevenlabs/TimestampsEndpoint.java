package pro.reelsai.local.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.vendor.SoundFormat;
import pro.reelsai.local.vendor.Spoken;
import pro.reelsai.local.vendor.VendorRefusal;
import pro.reelsai.local.vendor.VendorRequest;
import pro.reelsai.local.vendor.Voicebox;

/** {@code POST /v1/text-to-speech/{voice_id}/with-timestamps}. */
final class TimestampsEndpoint {
    /** The longest text of every model, in characters. */
    private static final Map<String, Integer> MODELS = Map.of(
            "eleven_multilingual_v2", 10_000,
            "eleven_multilingual_v1", 10_000,
            "eleven_monolingual_v1", 10_000,
            "eleven_flash_v2_5", 40_000,
            "eleven_flash_v2", 30_000,
            "eleven_turbo_v2_5", 40_000,
            "eleven_turbo_v2", 30_000,
            "eleven_v3", 5_000);

    /** Public voices, and their pitch relative to the engine's. */
    private static final Map<String, Double> VOICES = Map.of(
            "EXAVITQu4vr4xnSDxMaL", 1.05,
            "21m00Tcm4TlvDq8ikWAM", 1.0,
            "JBFqnCBsd6RMkjVDRZzb", 0.78,
            "pNInz6obpgDQGcFmaJgB", 0.74,
            "TX3LPaxmHKxFdv7VOQHJ", 0.82,
            "cgSgspJ2msm6clMCkdW9", 1.09);

    private static final Set<String> SETTINGS =
            Set.of("stability", "similarity_boost", "style", "use_speaker_boost", "speed");
    private static final long LARGEST_SEED = 4294967295L;

    private final Voicebox voicebox;

    TimestampsEndpoint(Voicebox voicebox) {
        this.voicebox = voicebox;
    }

    void answer(VendorRequest request, String voice, Optional<ElevenLabsFault> fault)
            throws VendorRefusal, IOException, InterruptedException {
        JsonNode body =
                request.json().orElseThrow(() -> ElevenLabsErrors.invalid("body", "JSON decode error", "json_invalid"));
        check(body);
        Double pitch = VOICES.get(voice);
        if (pitch == null) {
            throw ElevenLabsErrors.unknownVoice(voice);
        }
        double speed = body.path("voice_settings").path("speed").asDouble(1);
        SoundFormat format = format(request.query("output_format").orElse("mp3_44100_128"));
        Spoken spoken = voicebox.speak(body.get("text").asText(), pitch, speed, format);
        boolean silent = fault.filter(ElevenLabsFault.NO_ALIGNMENT::equals).isPresent();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("audio_base64", Base64.getEncoder().encodeToString(spoken.sound()));
        answer.put("alignment", silent ? null : alignment(spoken));
        answer.put("normalized_alignment", silent ? null : alignment(spoken));
        request.header("character-cost", "" + spoken.text().length());
        request.json(200, answer);
    }

    /** Spreads every word's time over its characters; what stands between two words gets the silence. */
    private static Map<String, Object> alignment(Spoken spoken) {
        String text = spoken.text();
        double[] starts = new double[text.length()];
        double[] ends = new double[text.length()];
        int at = 0;
        double clock = 0;
        for (Spoken.Word word : spoken.words()) {
            for (; at < word.offset(); at++) {
                starts[at] = clock;
                ends[at] = word.start();
                clock = word.start();
            }
            int length = word.text().length();
            for (int i = 0; i < length; i++, at++) {
                starts[at] = word.start() + (word.end() - word.start()) * i / length;
                ends[at] = word.start() + (word.end() - word.start()) * (i + 1) / length;
            }
            clock = word.end();
        }
        for (; at < text.length(); at++) {
            starts[at] = clock;
            ends[at] = clock;
        }
        List<String> characters = new ArrayList<>();
        List<Double> startTimes = new ArrayList<>();
        List<Double> endTimes = new ArrayList<>();
        // A character outside of the basic plane is one entry, as in Python.
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            characters.add(Character.toString(text.codePointAt(i)));
            startTimes.add(Math.round(starts[i] * 1000) / 1000.0);
            endTimes.add(Math.round(ends[i] * 1000) / 1000.0);
        }
        return Map.of(
                "characters", characters,
                "character_start_times_seconds", startTimes,
                "character_end_times_seconds", endTimes);
    }

    private static SoundFormat format(String name) throws VendorRefusal {
        String[] parts = name.split("_");
        return switch (name) {
            case "mp3_22050_32", "mp3_44100_32", "mp3_44100_64", "mp3_44100_96", "mp3_44100_128", "mp3_44100_192" ->
                SoundFormat.mp3(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            case "pcm_16000", "pcm_22050", "pcm_24000", "pcm_44100", "pcm_48000" ->
                SoundFormat.pcm("audio/pcm", Integer.parseInt(parts[1]));
            default -> throw ElevenLabsErrors.unknownFormat(name);
        };
    }

    private static void check(JsonNode body) throws VendorRefusal {
        if (!body.path("text").isTextual()) {
            throw ElevenLabsErrors.invalid("text", "Field required", "missing");
        }
        String model = body.path("model_id").asText("eleven_multilingual_v2");
        Integer most = MODELS.get(model);
        if (most == null) {
            throw ElevenLabsErrors.unknownModel(model);
        }
        int length = body.get("text").asText().length();
        if (length == 0) {
            throw ElevenLabsErrors.invalid("text", "String should have at least 1 character", "string_too_short");
        }
        if (length > most) {
            throw ElevenLabsErrors.tooLong(length, most);
        }
        JsonNode seed = body.path("seed");
        if (!seed.isMissingNode() && (!seed.isIntegralNumber() || seed.asLong() < 0 || seed.asLong() > LARGEST_SEED)) {
            throw ElevenLabsErrors.invalid(
                    "seed", "Input should be less than or equal to 4294967295", "less_than_equal");
        }
        checkSettings(body.path("voice_settings"));
        boolean expressive = model.equals("eleven_v3");
        if (expressive && (body.has("previous_text") || body.has("next_text"))) {
            throw ElevenLabsErrors.invalid(
                    "previous_text", "previous_text and next_text are not supported by this model", "value_error");
        }
    }

    private static void checkSettings(JsonNode settings) throws VendorRefusal {
        for (var setting : settings.properties()) {
            if (!SETTINGS.contains(setting.getKey())) {
                throw ElevenLabsErrors.invalid(setting.getKey(), "Extra inputs are not permitted", "extra_forbidden");
            }
        }
        for (String fraction : new String[] {"stability", "similarity_boost", "style"}) {
            double value = settings.path(fraction).asDouble(0);
            if (value < 0 || value > 1) {
                throw ElevenLabsErrors.invalid(fraction, "Input should be between 0 and 1", "range_error");
            }
        }
        double speed = settings.path("speed").asDouble(1);
        if (speed < 0.7 || speed > 1.2) {
            throw ElevenLabsErrors.invalid("speed", "Input should be between 0.7 and 1.2", "range_error");
        }
    }
}
