package pro.reelsai.script.writer.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the model is asked. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChatRequest(
        @JsonProperty("model") String model,
        @JsonProperty("messages") List<Message> messages,
        @JsonProperty("response_format") Map<String, Object> responseFormat,
        @JsonProperty("max_completion_tokens") int maxTokens,
        @JsonProperty("temperature") @Nullable Double temperature) {
    /** One message of the conversation. */
    @RegisterForReflection
    record Message(
            @JsonProperty("role") String role,
            @JsonProperty("content") String content) {}
}
