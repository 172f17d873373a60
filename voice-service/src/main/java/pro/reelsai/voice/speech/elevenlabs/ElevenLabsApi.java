package pro.reelsai.voice.speech.elevenlabs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * ElevenLabs' speech with timings.
 *
 * <p>Source: <a href="https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps">API reference</a>.
 */
@RegisterRestClient(configKey = "eleven-labs")
@RegisterClientHeaders(ElevenLabsCredentials.class)
@RegisterProvider(ElevenLabsErrors.class)
@Path("/v1/text-to-speech")
interface ElevenLabsApi {
    @POST
    @Path("/{voice}/with-timestamps")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<byte[]> speak(@PathParam("voice") String voice, @QueryParam("output_format") String format, Request request);

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            @JsonProperty("text") String text,
            @JsonProperty("model_id") String model,
            @JsonProperty("voice_settings") Settings settings,
            @JsonProperty("seed") long seed,
            @JsonProperty("previous_text") @Nullable String before,
            @JsonProperty("next_text") @Nullable String after) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settings(
            @JsonProperty("stability") double stability,
            @JsonProperty("similarity_boost") double similarity,
            @JsonProperty("speed") @Nullable Double speed) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            @JsonProperty("audio_base64") @Nullable String audio,
            @JsonProperty("alignment") @Nullable Alignment alignment) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Alignment(
            @JsonProperty("characters") List<String> characters,
            @JsonProperty("character_start_times_seconds") List<Double> starts,
            @JsonProperty("character_end_times_seconds") List<Double> ends) {}
}
