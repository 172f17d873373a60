package pro.reelsai.local.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.vendor.VendorRefusal;
import pro.reelsai.local.vendor.VendorRequest;

/** {@code POST /v1/chat/completions}, without streaming and tools. */
final class ChatEndpoint {
    private static final Set<String> MODELS = Set.of(
            "gpt-4o",
            "gpt-4o-2024-08-06",
            "gpt-4o-mini",
            "gpt-4o-mini-2024-07-18",
            "gpt-4.1",
            "gpt-4.1-2025-04-14",
            "gpt-4.1-mini",
            "gpt-4.1-mini-2025-04-14",
            "gpt-4.1-nano",
            "gpt-5",
            "gpt-5-mini",
            "o3",
            "o4-mini");

    private static final Set<String> FIELDS = Set.of(
            "messages",
            "model",
            "response_format",
            "max_completion_tokens",
            "max_tokens",
            "temperature",
            "top_p",
            "n",
            "seed",
            "stop",
            "user",
            "store",
            "metadata",
            "presence_penalty",
            "frequency_penalty",
            "logprobs",
            "top_logprobs",
            "stream",
            "stream_options",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "reasoning_effort",
            "verbosity",
            "service_tier",
            "safety_identifier",
            "prompt_cache_key",
            "modalities");
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final SchemaWriter writer = new SchemaWriter();

    void answer(VendorRequest request, Optional<OpenAiFault> fault) throws VendorRefusal, IOException {
        JsonNode body = request.json()
                .orElseThrow(() -> OpenAiErrors.invalid(
                        "We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.",
                        null,
                        null));
        check(body);
        String conversation = conversation(body);
        JsonNode format = body.path("response_format").path("json_schema").path("schema");
        String written = writer.write(format, conversation, fault);
        int most =
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(Integer.MAX_VALUE));
        boolean cutShort = fault.filter(OpenAiFault.CUT_SHORT::equals).isPresent()
                || written.length() / CHARACTERS_PER_TOKEN > most;
        if (cutShort) {
            written = written.substring(0, (int) Math.min(written.length() / 2L, (long) most * CHARACTERS_PER_TOKEN));
        }
        boolean filtered = fault.filter(OpenAiFault.CONTENT_FILTER::equals).isPresent();
        boolean refused = fault.filter(OpenAiFault.REFUSES::equals).isPresent();
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("role", "assistant");
        message.put("content", refused || filtered ? null : written);
        message.put("refusal", refused ? "I'm sorry, but I can't help with that." : null);
        message.put("annotations", List.of());
        Map<String, @Nullable Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("message", message);
        choice.put("logprobs", null);
        choice.put("finish_reason", filtered ? "content_filter" : cutShort ? "length" : "stop");
        request.header("x-request-id", "req_" + UUID.randomUUID().toString().replace("-", ""));
        request.json(200, completion(body.path("model").asText(), choice, conversation, written));
    }

    private static Map<String, @Nullable Object> completion(
            String model, Map<String, @Nullable Object> choice, String conversation, String written) {
        int asked = conversation.length() / CHARACTERS_PER_TOKEN;
        int answered = written.length() / CHARACTERS_PER_TOKEN;
        Map<String, @Nullable Object> completion = new LinkedHashMap<>();
        completion.put("id", "chatcmpl-" + UUID.randomUUID().toString().replace("-", ""));
        completion.put("object", "chat.completion");
        completion.put("created", System.currentTimeMillis() / 1000);
        completion.put("model", model);
        completion.put("choices", List.of(choice));
        completion.put(
                "usage",
                Map.of(
                        "prompt_tokens", asked,
                        "completion_tokens", answered,
                        "total_tokens", asked + answered));
        completion.put("service_tier", "default");
        completion.put("system_fingerprint", null);
        return completion;
    }

    private static void check(JsonNode body) throws VendorRefusal {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw OpenAiErrors.invalid("Unrecognized request argument supplied: " + name, null, null);
            }
        }
        if (!body.path("model").isTextual()) {
            throw OpenAiErrors.invalid("you must provide a model parameter", null, null);
        }
        String model = body.get("model").asText();
        if (!MODELS.contains(model)) {
            throw OpenAiErrors.unknownModel(model);
        }
        boolean reasons = model.startsWith("o") || model.startsWith("gpt-5");
        if (reasons && body.has("max_tokens")) {
            throw OpenAiErrors.invalid(
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' "
                            + "instead.",
                    "max_tokens",
                    "unsupported_parameter");
        }
        if (reasons && body.path("temperature").asDouble(1) != 1) {
            throw OpenAiErrors.invalid(
                    "Unsupported value: 'temperature' does not support %s with this model. Only the default (1) value is supported."
                            .formatted(body.get("temperature")),
                    "temperature",
                    "unsupported_value");
        }
        if (body.path("temperature").asDouble(1) < 0 || body.path("temperature").asDouble(1) > 2) {
            throw OpenAiErrors.invalid(
                    "Invalid 'temperature': expected a value between 0 and 2.",
                    "temperature",
                    "decimal_above_max_value");
        }
        checkMessages(body.path("messages"));
        checkFormat(body.path("response_format"));
    }

    private static void checkMessages(JsonNode messages) throws VendorRefusal {
        if (!messages.isArray() || messages.isEmpty()) {
            throw OpenAiErrors.invalid(
                    "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
                    "messages",
                    "empty_array");
        }
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            if (!ROLES.contains(message.path("role").asText())) {
                throw OpenAiErrors.invalid(
                        "Invalid value: '%s'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'."
                                .formatted(message.path("role").asText()),
                        "messages[" + i + "].role",
                        "invalid_value");
            }
            if (!message.path("content").isTextual() && !message.path("content").isArray()) {
                throw OpenAiErrors.invalid(
                        "Invalid value for 'content': expected a string, got null.",
                        "messages.[" + i + "].content",
                        null);
            }
        }
    }

    private static void checkFormat(JsonNode format) throws VendorRefusal {
        if (format.isMissingNode()) {
            return;
        }
        String type = format.path("type").asText();
        if (!Set.of("text", "json_object", "json_schema").contains(type)) {
            throw OpenAiErrors.invalid(
                    "Invalid value: '%s'. Supported values are: 'json_object', 'json_schema', and 'text'."
                            .formatted(type),
                    "response_format.type",
                    "invalid_value");
        }
        if (!type.equals("json_schema")) {
            return;
        }
        JsonNode schema = format.path("json_schema");
        String name = schema.path("name").asText();
        if (!name.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw OpenAiErrors.invalid(
                    "Invalid 'response_format.json_schema.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
                    "response_format.json_schema.name",
                    "invalid_value");
        }
        if (schema.path("strict").asBoolean()) {
            StrictSchema.check(name, schema.path("schema"));
        }
    }

    private static String conversation(JsonNode body) {
        StringBuilder all = new StringBuilder();
        for (JsonNode message : body.get("messages")) {
            JsonNode content = message.get("content");
            if (content.isTextual()) {
                all.append(content.asText()).append('\n');
            } else {
                content.forEach(part -> all.append(part.path("text").asText()).append('\n'));
            }
        }
        return all.toString();
    }
}
