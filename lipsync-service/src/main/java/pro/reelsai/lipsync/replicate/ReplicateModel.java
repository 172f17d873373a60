package pro.reelsai.lipsync.replicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.LipsyncConfig.Lengthening;
import pro.reelsai.stage.call.Charge;

/** The chosen model: what it is called, what it is given, what it costs. */
final class ReplicateModel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MICRODOLLARS = 6;

    private final LipsyncConfig.Model model;

    private ReplicateModel(LipsyncConfig.Model model) {
        this.model = model;
    }

    /**
     * The model that the configuration chooses.
     *
     * @throws IllegalArgumentException if it describes no such model
     */
    static ReplicateModel chosen(LipsyncConfig.Replicate config) {
        LipsyncConfig.Model model = config.models().get(config.model());
        if (model == null) {
            throw new IllegalArgumentException("REPLICATE_LIPSYNC_MODEL has to be one of "
                    + new TreeMap<>(config.models()).keySet() + ", not '" + config.model() + "'");
        }
        return new ReplicateModel(model);
    }

    /** Name, version, parameters and what is done for it beforehand: all that changes the video. */
    String label() {
        String prepared = lengthening() == Lengthening.NONE
                ? ""
                : " " + lengthening().name().toLowerCase(Locale.ROOT);
        return model.name() + model.version().map(version -> ":" + version).orElse("") + parameters() + prepared;
    }

    /** What it needs done with a video that is shorter than the speech. */
    Lengthening lengthening() {
        return model.lengthening();
    }

    /** Owner and name. */
    String name() {
        return model.name();
    }

    /** The version; empty for an official model. */
    Optional<String> version() {
        return model.version();
    }

    /** The inputs of a job. */
    Map<String, Object> input(String videoUrl, String audioUrl) {
        Map<String, Object> input = new HashMap<>(parameters());
        input.put(model.videoInput(), videoUrl);
        input.put(model.audioInput(), audioUrl);
        return input;
    }

    /** What a video of some length costs. */
    Charge charge(double seconds) {
        BigDecimal units = BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP);
        BigDecimal price = units.multiply(model.usdPerSecond()).setScale(MICRODOLLARS, RoundingMode.HALF_UP);
        return new Charge(units, "second", price);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        model.parameters().forEach((name, value) -> parameters.put(name, typed(value)));
        return parameters;
    }

    private static Object typed(String value) {
        try {
            JsonNode json = JSON.readTree(value);
            return json.isNumber() || json.isBoolean() ? json : value;
        } catch (JsonProcessingException e) {
            return value; // a word
        }
    }
}
