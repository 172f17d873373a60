package pro.reelsai.local.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * One input of a model.
 *
 * @param name its name
 * @param kind what it takes
 * @param required whether it has to be given
 * @param choices what it may be; empty where it is free
 */
record InputField(String name, Kind kind, boolean required, List<String> choices) {
    private static final int LARGEST_DATA_URI = 256 * 1024;

    enum Kind {
        FILE,
        TEXT,
        NUMBER,
        INTEGER,
        FLAG
    }

    static InputField file(String name) {
        return new InputField(name, Kind.FILE, true, List.of());
    }

    static InputField optional(String name, Kind kind) {
        return new InputField(name, kind, false, List.of());
    }

    static InputField choice(String name, String... choices) {
        return new InputField(name, Kind.TEXT, false, List.of(choices));
    }

    void check(JsonNode value) throws ReplicateError {
        boolean fits =
                switch (kind) {
                    case FILE, TEXT -> value.isTextual();
                    case NUMBER -> value.isNumber();
                    case INTEGER -> value.isIntegralNumber();
                    case FLAG -> value.isBoolean();
                };
        if (!fits) {
            throw ReplicateError.invalid("invalid_type", "input." + name, "Invalid type. Expected: " + kind);
        }
        if (!choices.isEmpty() && !choices.contains(value.asText())) {
            throw ReplicateError.invalid("enum", "input." + name, name + " must be one of the following: " + choices);
        }
        if (kind == Kind.FILE) {
            checkUri(value.asText());
        }
    }

    private void checkUri(String text) throws ReplicateError {
        if (text.startsWith("data:")) {
            if (text.length() > LARGEST_DATA_URI) {
                throw ReplicateError.invalid("format", "input." + name, "Data URIs may have 256 KB; use an HTTP URL");
            }
            return;
        }
        try {
            URI uri = new URI(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            throw ReplicateError.invalid("format", "input." + name, "Does not match format 'uri'");
        }
        throw ReplicateError.invalid("format", "input." + name, "Does not match format 'uri'");
    }
}
