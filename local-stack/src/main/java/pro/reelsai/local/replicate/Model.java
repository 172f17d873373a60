package pro.reelsai.local.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pro.reelsai.local.replicate.InputField.Kind;

/**
 * A model as its page describes it.
 *
 * @param name owner and name
 * @param version the version that is pinned; of an official model, which is run without, the one that it reports
 * @param official whether it is run by its name
 * @param video the input that takes the actor's video
 * @param audio the input that takes the speech
 * @param others its other inputs
 */
record Model(String name, String version, boolean official, String video, String audio, List<InputField> others) {
    private static final List<InputField> SYNC = List.of(
            InputField.choice("sync_mode", "loop", "bounce", "cut_off", "silence", "remap"),
            InputField.optional("temperature", Kind.NUMBER),
            InputField.optional("active_speaker", Kind.FLAG));

    /** Source: the models' pages and pinned versions as their users quote them. */
    private static final List<Model> KNOWN = List.of(
            new Model("sync/lipsync-2", "hidden", true, "video", "audio", SYNC),
            new Model("sync/lipsync-2-pro", "hidden", true, "video", "audio", SYNC),
            new Model(
                    "bytedance/latentsync",
                    "637ce1919f807ca20da3a448ddc2743535d2853649574cd52a933120e9b9e293",
                    false,
                    "video",
                    "audio",
                    List.of(
                            InputField.optional("guidance_scale", Kind.NUMBER),
                            InputField.optional("seed", Kind.INTEGER))),
            new Model(
                    "douwantech/musetalk",
                    "5501004e78525e4bbd9fa20d1e75ad51fddce5a274bec07b9b16d685e34eeaf8",
                    false,
                    "video_input",
                    "audio_input",
                    List.of(InputField.optional("bbox_shift", Kind.INTEGER), InputField.optional("fps", Kind.INTEGER))),
            new Model(
                    "devxpy/cog-wav2lip",
                    "8d65e3f4f4298520e079198b493c25adfc43c058ffec924f2aefc8010ed25eef",
                    false,
                    "face",
                    "audio",
                    List.of(
                            InputField.optional("pads", Kind.TEXT),
                            InputField.optional("fps", Kind.NUMBER),
                            InputField.optional("smooth", Kind.FLAG),
                            InputField.optional("resize_factor", Kind.INTEGER))));

    static Optional<Model> official(String name) {
        return KNOWN.stream()
                .filter(model -> model.official && model.name.equals(name))
                .findFirst();
    }

    /** The model of a version: 64 hexadecimal digits, or those after {@code owner/name:}. */
    static Optional<Model> ofVersion(String version) {
        return KNOWN.stream()
                .filter(model -> !model.official)
                .filter(model -> version.equals(model.version) || version.equals(model.name + ":" + model.version))
                .findFirst();
    }

    /**
     * Whether a video that ends before the speech is played again. A model that has no {@code sync_mode} does not say what it
     * does then; its stand-in ends with the video.
     */
    boolean lengthens(JsonNode input) {
        String mode = input.path("sync_mode").asText("loop");
        return others.stream().anyMatch(field -> field.name().equals("sync_mode"))
                && (mode.equals("loop") || mode.equals("bounce"));
    }

    void check(JsonNode input) throws ReplicateError {
        for (String file : List.of(video, audio)) {
            if (!input.has(file)) {
                throw ReplicateError.invalid("required", "input", file + " is required");
            }
        }
        for (Map.Entry<String, JsonNode> given : input.properties()) {
            field(given.getKey()).check(given.getValue());
        }
    }

    private InputField field(String given) throws ReplicateError {
        if (given.equals(video) || given.equals(audio)) {
            return InputField.file(given);
        }
        return others.stream()
                .filter(field -> field.name().equals(given))
                .findFirst()
                .orElseThrow(() -> ReplicateError.invalid(
                        "additional_property_not_allowed",
                        "input",
                        "Additional property " + given + " is not allowed"));
    }
}
