package pro.reelsai.local.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for the language model: fills any strict schema with sentences. It takes the product from whatever JSON the
 * conversation holds and the length from the last "NN words" it reads, as a model would.
 */
final class SchemaWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORDS = Pattern.compile("(\\d{2,3}) words");
    private static final Pattern NAME = Pattern.compile("\"(?:product_)?name\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern DESCRIPTION = Pattern.compile("\"description\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern ASSET = Pattern.compile("\"number\"\\s*:\\s*(\\d+)");
    private static final Pattern SCRIPTS = Pattern.compile("(\\d{1,2}) scripts");
    private static final int DEFAULT_WORDS = 70;
    private static final int FURTHER_HOOKS = 5;
    private static final List<String> FILLERS = List.of(
            "Honestly, I did not expect much.",
            "Then I tried it for a week, and I was hooked.",
            "It just works, every single day.",
            "No fuss, no waiting, no mess.",
            "My friends keep asking where I got it.",
            "It feels good, it looks good, and it lasts.",
            "You will wonder how you lived without it.",
            "Small thing, big difference.",
            "I take it everywhere now.",
            "And the best part comes last.");

    /**
     * Writes an answer.
     *
     * @param schema the schema; a missing node for plain text
     * @param conversation all messages
     * @param fault what is wrong with the answer, if anything
     */
    String write(JsonNode schema, String conversation, Optional<OpenAiFault> fault) {
        if (fault.filter(OpenAiFault.WRONG_JSON::equals).isPresent()) {
            return "Sure! Here is your script:\n\nHook: You will love this";
        }
        if (schema.isMissingNode()) {
            return "Sure, here it is.";
        }
        int words = last(WORDS, conversation, DEFAULT_WORDS);
        if (fault.filter(OpenAiFault.TOO_LONG::equals).isPresent()) {
            words *= 3;
        }
        boolean unspeakable = fault.filter(OpenAiFault.UNSPEAKABLE::equals).isPresent();
        Commission commission = new Commission(
                text(NAME, conversation).orElse("this"),
                text(DESCRIPTION, conversation).orElse(""),
                words,
                (int) ASSET.matcher(conversation).results().count(),
                last(SCRIPTS, conversation, 1),
                unspeakable);
        try {
            return JSON.writeValueAsString(fill(schema, "", new Copy(commission, 0)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int last(Pattern number, String conversation, int otherwise) {
        return number.matcher(conversation)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .reduce((first, later) -> later)
                .orElse(otherwise);
    }

    private static Optional<String> text(Pattern pattern, String conversation) {
        Matcher matcher = pattern.matcher(conversation);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(matcher.group(1), String.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static JsonNode fill(JsonNode schema, String name, Copy copy) {
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (schema.has("anyOf")) {
            return fill(schema.get("anyOf").get(0), name, copy);
        }
        JsonNode type = schema.path("type").isArray() ? schema.get("type").get(0) : schema.path("type");
        return switch (type.asText()) {
            case "object" -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, JsonNode> property :
                        schema.path("properties").properties()) {
                    object.set(property.getKey(), fill(property.getValue(), property.getKey(), copy));
                }
                yield object;
            }
            case "array" -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                if (name.equals("scripts")) {
                    for (int i = 0; i < copy.commission.scripts(); i++) {
                        array.add(fill(schema.path("items"), "script", new Copy(copy.commission, i)));
                    }
                    yield array;
                }
                int items = name.contains("hooks") ? FURTHER_HOOKS : copy.bodySentences();
                for (int i = 0; i < items; i++) {
                    array.add(fill(schema.path("items"), name, copy));
                }
                yield array;
            }
            case "integer", "number" ->
                JsonNodeFactory.instance.numberNode(
                        name.equals("asset")
                                ? copy.asset()
                                : schema.path("minimum").asInt(0));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            default -> JsonNodeFactory.instance.textNode(copy.of(name));
        };
    }

    /** What a conversation asks for. */
    private record Commission(
            String product, String description, int words, int assets, int scripts, boolean unspeakable) {}

    /** The sentences of one script, handed out in order. */
    private static final class Copy {
        private final Commission commission;
        private final int edition;
        private final String product;
        private final List<String> body = new ArrayList<>();
        private int next;
        private int hooks;
        private int shown;

        /**
         * @param edition which one of several scripts, from 0
         */
        Copy(Commission commission, int edition) {
            this.commission = commission;
            this.edition = edition;
            this.product = commission.product();
            int left = commission.words() - words(of("hook")) - words(of("call_to_action"));
            List<String> supply = new ArrayList<>();
            for (String sentence : commission.description().split("(?<=[.!?])\\s+|\\n+")) {
                String plain =
                        sentence.replaceAll("[^\\p{L}\\p{N}\\s.,!?'%$-]", " ").strip();
                if (plain.length() > 3 && words(plain) <= 25) {
                    supply.add(plain);
                }
            }
            supply.addAll(FILLERS);
            for (int i = edition; left > 3; i++) {
                String sentence = supply.get(i % supply.size());
                if (words(sentence) > left) {
                    sentence = "It is that good.";
                }
                body.add(sentence);
                left -= words(sentence);
            }
        }

        int bodySentences() {
            return body.size();
        }

        String of(String property) {
            String name = property.toLowerCase(Locale.ROOT);
            String dirt = commission.unspeakable() ? " [upbeat music] #musthave \uD83D\uDE0D" : "";
            if (name.contains("hooks")) {
                return "Reason number " + ++hooks + " to look at " + product + "." + dirt;
            }
            if (name.contains("hook")) {
                return edition == 0
                        ? "Stop scrolling, you need to see " + product + "." + dirt
                        : "Reason %d why you should look at %s.".formatted(edition + 1, product) + dirt;
            }
            if (name.contains("call") || name.equals("cta")) {
                return "Tap the link and try " + product + " today.";
            }
            if (name.contains("title") || name.contains("name")) {
                return "Why everybody talks about " + product;
            }
            return body.isEmpty() ? "It is that good." : body.get(next++ % body.size()) + dirt;
        }

        /** The next asset in turn; 0 where there is none to show. */
        int asset() {
            return commission.assets() == 0 ? 0 : 1 + shown++ % commission.assets();
        }

        private static int words(String text) {
            return text.split("\\s+").length;
        }
    }
}
