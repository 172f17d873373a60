package pro.reelsai.voice.speech.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jspecify.annotations.Nullable;
import pro.reelsai.stage.provider.openai.OpenAiCredentials;
import pro.reelsai.stage.provider.openai.OpenAiErrors;

/**
 * OpenAI's speech and transcriptions.
 *
 * <p>Source: <a href="https://platform.openai.com/docs/api-reference/audio">API reference</a>.
 */
@RegisterRestClient(configKey = "openai")
@RegisterClientHeaders(OpenAiCredentials.class)
@RegisterProvider(OpenAiErrors.class)
@Path("/audio")
interface OpenAiSpeechApi {
    @POST
    @Path("/speech")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    Uni<byte[]> speak(Request request);

    @POST
    @Path("/transcriptions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<byte[]> transcribe(ClientMultipartForm form);

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            @JsonProperty("model") String model,
            @JsonProperty("voice") String voice,
            @JsonProperty("input") String input,
            @JsonProperty("instructions") @Nullable String instructions,
            @JsonProperty("response_format") String format,
            @JsonProperty("speed") @Nullable Double speed) {}
}
