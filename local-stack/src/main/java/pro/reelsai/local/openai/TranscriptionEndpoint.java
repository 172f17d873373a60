package pro.reelsai.local.openai;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.vendor.Multipart;
import pro.reelsai.local.vendor.Spoken;
import pro.reelsai.local.vendor.VendorRefusal;
import pro.reelsai.local.vendor.VendorRequest;

/**
 * {@code POST /v1/audio/transcriptions}. It recognises the sounds that this server itself has spoken and hears everything
 * else as silence. Like the real one it mishears a word now and then, writes numbers in digits, and is off by some
 * hundredths of a second.
 */
final class TranscriptionEndpoint {
    private static final int LARGEST_FILE = 25 << 20;
    private static final Set<String> MODELS = Set.of("whisper-1", "gpt-4o-transcribe", "gpt-4o-mini-transcribe");
    private static final Set<String> ENDINGS =
            Set.of("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm");
    private static final Set<String> FIELDS = Set.of(
            "file",
            "model",
            "language",
            "prompt",
            "response_format",
            "temperature",
            "timestamp_granularities[]",
            "include[]",
            "chunking_strategy",
            "stream");
    private static final Set<String> FORMATS = Set.of("json", "text", "srt", "verbose_json", "vtt");
    private static final Map<String, String> MISHEARD = Map.of(
            "buddy", "body",
            "forty", "40",
            "ten", "10",
            "its", "it's",
            "two", "to",
            "brew", "brewed");

    /** One word in this many is heard as something else, and one in as many is swallowed. */
    private static final int ODDITY = 25;

    private static final double RESOLUTION = 0.02;
    private static final double JITTER = 0.03;

    private final SpeechEndpoint speech;

    TranscriptionEndpoint(SpeechEndpoint speech) {
        this.speech = speech;
    }

    void answer(VendorRequest request, Optional<OpenAiFault> fault) throws VendorRefusal, IOException {
        Multipart form = Multipart.read(request)
                .orElseThrow(() -> OpenAiErrors.invalid("Could not parse multipart form", null, null));
        check(request, form);
        Multipart.Part file = form.part("file").orElseThrow();
        Optional<Spoken> spoken = speech.recognise(file.content());
        List<Map<String, Object>> words =
                spoken.map(TranscriptionEndpoint::words).orElse(List.of());
        String text = words.stream().map(word -> word.get("word").toString()).collect(Collectors.joining(" "));
        String format = form.text("response_format").orElse("json");
        if (!format.equals("verbose_json")) {
            request.json(200, Map.of("text", text));
            return;
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("task", "transcribe");
        answer.put("language", "english");
        answer.put("duration", spoken.map(Spoken::seconds).orElse(0.0));
        answer.put("text", text);
        if (form.texts("timestamp_granularities[]").contains("word")) {
            answer.put("words", words);
        } else {
            answer.put("segments", List.of());
        }
        answer.put(
                "usage",
                Map.of(
                        "type",
                        "duration",
                        "seconds",
                        Math.ceil(spoken.map(Spoken::seconds).orElse(0.0))));
        request.json(200, answer);
    }

    private static List<Map<String, Object>> words(Spoken spoken) {
        Random chance = new Random(spoken.text().hashCode());
        List<Map<String, Object>> words = new ArrayList<>();
        double earliest = 0;
        for (Spoken.Word word : spoken.words()) {
            String heard = word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']", "");
            double start = Math.max(earliest, rounded(word.start() + (chance.nextDouble() - 0.5) * 2 * JITTER));
            double end = Math.max(start, rounded(word.end() + (chance.nextDouble() - 0.5) * 2 * JITTER));
            boolean swallowed = heard.length() < 4 && chance.nextInt(ODDITY) == 0;
            if (heard.isEmpty() || swallowed) {
                continue;
            }
            boolean misheard = chance.nextInt(ODDITY) == 0;
            earliest = end;
            words.add(Map.of(
                    "word", misheard ? heard.substring(0, 1) + "um" : MISHEARD.getOrDefault(heard, heard),
                    "start", start,
                    "end", end));
        }
        return words;
    }

    private static double rounded(double seconds) {
        return Math.max(0, Math.round(seconds / RESOLUTION) * RESOLUTION);
    }

    private static void check(VendorRequest request, Multipart form) throws VendorRefusal {
        for (String name : form.names()) {
            if (!FIELDS.contains(name)) {
                throw OpenAiErrors.invalid("Unrecognized request argument supplied: " + name, null, null);
            }
        }
        if (form.part("file").isEmpty()) {
            throw OpenAiErrors.invalid("Field required", "file", null);
        }
        String model = form.text("model")
                .orElseThrow(() -> OpenAiErrors.invalid("you must provide a model parameter", null, null));
        if (!MODELS.contains(model)) {
            throw OpenAiErrors.unknownModel(model);
        }
        if (request.body().length > LARGEST_FILE) {
            throw OpenAiErrors.tooLarge(request.body().length, LARGEST_FILE);
        }
        Multipart.Part file = form.part("file").orElseThrow();
        String ending = file.fileName().substring(file.fileName().lastIndexOf('.') + 1);
        if (!ENDINGS.contains(ending) || file.content().length == 0) {
            throw OpenAiErrors.invalid(
                    "Invalid file format. Supported formats: ['flac', 'm4a', 'mp3', 'mp4', 'mpeg', 'mpga', 'oga', 'ogg', "
                            + "'wav', 'webm']",
                    null,
                    null);
        }
        String format = form.text("response_format").orElse("json");
        if (!FORMATS.contains(format)) {
            throw OpenAiErrors.invalid("Invalid value: '" + format + "'.", "response_format", "invalid_value");
        }
        if (!model.equals("whisper-1") && !Set.of("json", "text").contains(format)) {
            throw OpenAiErrors.invalid(
                    "response_format '%s' is not compatible with model '%s'. Use 'json' or 'text' instead."
                            .formatted(format, model),
                    "response_format",
                    "unsupported_value");
        }
        List<String> granularities = form.texts("timestamp_granularities[]");
        if (!granularities.isEmpty() && !format.equals("verbose_json")) {
            throw OpenAiErrors.invalid(
                    "timestamp_granularities can only be used with response_format 'verbose_json'.",
                    "timestamp_granularities",
                    null);
        }
        if (!Set.of("word", "segment").containsAll(granularities)) {
            throw OpenAiErrors.invalid(
                    "Invalid value for timestamp_granularities.", "timestamp_granularities", "invalid_value");
        }
    }
}
