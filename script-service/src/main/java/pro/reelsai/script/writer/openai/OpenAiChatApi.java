package pro.reelsai.script.writer.openai;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pro.reelsai.stage.provider.openai.OpenAiCredentials;
import pro.reelsai.stage.provider.openai.OpenAiErrors;

/**
 * OpenAI's chat completions. The REST client, because LangChain4j hides the {@code Retry-After} of a refusal, and the bytes
 * of the answer that are kept once they are paid.
 *
 * <p>Source: <a href="https://platform.openai.com/docs/api-reference/chat/create">API reference</a>.
 */
@RegisterRestClient(configKey = "openai")
@RegisterClientHeaders(OpenAiCredentials.class)
@RegisterProvider(OpenAiErrors.class)
@Path("/chat/completions")
interface OpenAiChatApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<byte[]> complete(ChatRequest request);
}
