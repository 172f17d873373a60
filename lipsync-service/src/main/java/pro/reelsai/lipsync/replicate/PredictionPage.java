package pro.reelsai.lipsync.replicate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of predictions, newest first.
 *
 * @param next the URL of the next page; null on the last
 * @param results the predictions
 */
@RegisterForReflection
record PredictionPage(
        @JsonProperty("next") @Nullable String next,
        @JsonProperty("results") List<Prediction> results) {}
