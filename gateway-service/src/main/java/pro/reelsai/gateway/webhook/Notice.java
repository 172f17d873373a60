package pro.reelsai.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/**
 * What is read from Replicate's prediction object. Only which job it is; how it ended is asked of Replicate by the service
 * that holds the token.
 *
 * @param job the prediction's id
 * @param ended whether it is more than news of a job that goes on, for which nobody has to be woken
 */
record Notice(String job, boolean ended) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Set<String> UNDER_WAY = Set.of("starting", "processing");

    /**
     * Reads a body whose signature was checked.
     *
     * @throws ApiProblem 400 if it names no prediction
     */
    static Notice read(ObjectMapper mapper, byte[] body) {
        Prediction prediction;
        try {
            prediction = mapper.readValue(body, Prediction.class);
        } catch (JsonProcessingException e) {
            throw ApiProblem.badRequest("The webhook's body is no prediction");
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be read", e);
        }
        if (prediction == null
                || prediction.id() == null
                || !ID.matcher(prediction.id()).matches()) {
            throw ApiProblem.badRequest("The webhook's body names no prediction");
        }
        return new Notice(prediction.id(), prediction.status() == null || !UNDER_WAY.contains(prediction.status()));
    }

    /**
     * The part of a prediction object that counts.
     *
     * @param id its id
     * @param status such as {@code succeeded}
     */
    record Prediction(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("status") @Nullable String status) {}
}
