package pro.reelsai.lipsync.replicate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Replicate's prediction object, as far as it matters here.
 *
 * @param id Replicate's id
 * @param status {@code starting}, {@code processing}, {@code succeeded}, {@code failed}, {@code canceled} or {@code aborted}
 * @param givenInput what was sent; empty once the data is removed
 * @param givenOutput a URI, a list or an object of URIs; null before the end, where there is none, and once removed
 * @param error why it failed
 * @param dataRemoved whether inputs and outputs are deleted, which happens an hour after the end
 */
@RegisterForReflection
record Prediction(
        @JsonProperty("id") String id,
        @JsonProperty("status") String status,
        @JsonProperty("input") @Nullable JsonNode givenInput,
        @JsonProperty("output") @Nullable JsonNode givenOutput,
        @JsonProperty("error") @Nullable JsonNode error,
        @JsonProperty("data_removed") boolean dataRemoved) {
    JsonNode input() {
        return givenInput == null ? MissingNode.getInstance() : givenInput;
    }

    JsonNode output() {
        return givenOutput == null ? MissingNode.getInstance() : givenOutput;
    }

    /** What the model says went wrong; empty if it says nothing. */
    String complaint() {
        return error == null || error.isNull() ? "" : error.isTextual() ? error.asText() : error.toString();
    }
}
