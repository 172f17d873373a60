package pro.reelsai.gateway.progress.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.progress.StatusView;

/** The route that streams how far an ad is, as Server-Sent Events (WHATWG HTML, section 9.2). */
@Path("/api/projects/{project_id}/events")
@RolesAllowed(CurrentUser.ROLE)
@Tag(name = "Projects")
public class EventsResource {
    private static final String EVENT = "status";

    private final StatusStreams streams;
    private final StreamConfig config;
    private final ObjectMapper mapper;
    private final CurrentUser user;

    public EventsResource(StatusStreams streams, StreamConfig config, ObjectMapper mapper, CurrentUser user) {
        this.streams = streams;
        this.config = config;
        this.mapper = mapper;
        this.user = user;
    }

    /** The status, again with each change, until the ad is done. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The status, again with each change, until the ad is done")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "The id of the last event that was received",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StatusView.class)))
    @OpensStream
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    // nginx would collect the events otherwise.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> events(
            @RestPath("project_id") UUID project, @Context ContainerRequestContext request, @Context Sse sse) {
        return streams.events(StreamOpening.of(request), user.expiry()).map(event -> write(event, sse));
    }

    private OutboundSseEvent write(StatusEvent event, Sse sse) {
        if (event.view() == null) {
            return sse.newEventBuilder()
                    .comment("")
                    .reconnectDelay(config.retry().toMillis())
                    .build();
        }
        try {
            return sse.newEventBuilder()
                    .id(String.valueOf(event.revision()))
                    .name(EVENT)
                    .reconnectDelay(config.retry().toMillis())
                    .data(mapper.writeValueAsString(event.view()))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A status report cannot be written as JSON", e);
        }
    }
}
