package pro.reelsai.lipsync.replicate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Replicate's HTTP interface, as far as we use it. Blocks.
 *
 * <p>Source: <a href="https://replicate.com/docs/reference/http">Replicate's HTTP API</a>.
 */
@RegisterRestClient(configKey = "replicate")
@RegisterClientHeaders(ReplicateAuthorization.class)
@RegisterProvider(ReplicateErrors.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface ReplicateApi {
    /** Runs a version, named in the body. */
    @POST
    @Path("/predictions")
    Prediction create(@HeaderParam("Cancel-After") String cancelAfter, Map<String, Object> body);

    /** Runs an official model. */
    @POST
    @Path("/models/{owner}/{name}/predictions")
    Prediction createOfficial(
            @PathParam("owner") String owner,
            @PathParam("name") String name,
            @HeaderParam("Cancel-After") String cancelAfter,
            Map<String, Object> body);

    @GET
    @Path("/predictions/{id}")
    Prediction get(@PathParam("id") String id);

    @GET
    @Path("/predictions")
    PredictionPage list(
            @QueryParam("created_after") String createdAfter, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/predictions/{id}/cancel")
    Prediction cancel(@PathParam("id") String id);
}
