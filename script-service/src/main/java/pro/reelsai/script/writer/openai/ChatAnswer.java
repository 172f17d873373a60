package pro.reelsai.script.writer.openai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the model answers, as far as it is read. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ChatAnswer(
        @JsonProperty("model") @Nullable String model,
        @JsonProperty("choices") @Nullable List<Choice> choices,
        @JsonProperty("usage") @Nullable Usage usage) {
    /** One answer. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Choice(
            @JsonProperty("message") @Nullable Message message,
            @JsonProperty("finish_reason") @Nullable String finishReason) {}

    /** What it says, or why it does not. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(
            @JsonProperty("content") @Nullable String content,
            @JsonProperty("refusal") @Nullable String refusal) {}

    /** What it costs, in tokens. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Usage(
            @JsonProperty("prompt_tokens") long sent,
            @JsonProperty("completion_tokens") long written) {}
}
