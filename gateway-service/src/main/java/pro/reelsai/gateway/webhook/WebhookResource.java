package pro.reelsai.gateway.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** The route that providers call when a job is done. Public; the signature says who is calling. */
@Path("/webhook")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {
    private static final Received RECEIVED = new Received("received");

    private final WebhookGate gate;
    private final Deliveries deliveries;
    private final ObjectMapper mapper;

    public WebhookResource(WebhookGate gate, Deliveries deliveries, ObjectMapper mapper) {
        this.gate = gate;
        this.deliveries = deliveries;
        this.mapper = mapper;
    }

    /** Replicate says that a prediction has ended. */
    @POST
    @Path("/replicate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replicate says that a prediction has ended")
    @RequestBody(
            description = "Replicate's prediction object",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT),
                            example = "{\"id\": \"gm3qorzdhgbfurvjtvhg6dckhu\", \"status\": \"succeeded\"}"))
    @APIResponse(responseCode = "200", description = "Received, and not to be repeated")
    @APIResponse(responseCode = "400", description = "No webhook, too old, or received before")
    @APIResponse(responseCode = "401", description = "Not signed by Replicate")
    @APIResponse(responseCode = "404", description = "The prediction is not known yet; to be repeated")
    public Uni<Received> replicate(
            @RestHeader("webhook-id") @Nullable String id,
            @RestHeader("webhook-timestamp") @Nullable String timestamp,
            @RestHeader("webhook-signature") @Nullable String signature,
            byte[] body) {
        String delivery = gate.pass(new WebhookGate.Headers(id, timestamp, signature), body);
        return deliveries.take(delivery, Notice.read(mapper, body)).map(verdict -> switch (verdict) {
            case RECEIVED -> RECEIVED;
            case TOO_EARLY -> throw ApiProblem.notFound("prediction yet");
            case REPEATED -> throw ApiProblem.badRequest("This webhook was received before");
        });
    }

    /**
     * The answer.
     *
     * @param status {@code received}
     */
    public record Received(String status) {}
}
