package pro.reelsai.gateway.progress.stream;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.auth.CurrentUser;

/**
 * Opens a stream before its route is called. A route of Server-Sent Events has its headers on their way before it yields
 * anything; a project that is not there has to be found missing earlier to be a 404.
 */
public class StreamOpening {
    private static final Pattern REVISION = Pattern.compile("[0-9]{1,18}");
    /** {@link UUID#fromString} alone would take {@code 1-2-3-4-5}. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final StatusStreams streams;
    private final CurrentUser user;

    public StreamOpening(StatusStreams streams, CurrentUser user) {
        this.streams = streams;
        this.user = user;
    }

    /** The stream that was opened for a request. */
    static StatusStream of(ContainerRequestContext request) {
        return (StatusStream) request.getProperty(StatusStream.class.getName());
    }

    /** Opens the stream; fails with a problem 404 or 429. */
    @OpensStream
    @ServerRequestFilter
    public Uni<Void> open(ContainerRequestContext request) {
        @Nullable String project = request.getUriInfo().getPathParameters().getFirst("project_id");
        if (project == null || !ID.matcher(project).matches()) {
            // The route itself says what is wrong with it.
            return Uni.createFrom().voidItem();
        }
        return streams.open(user.id(), UUID.fromString(project), seen(request.getHeaderString("Last-Event-ID")))
                .invoke(stream -> request.setProperty(StatusStream.class.getName(), stream))
                .replaceWithVoid();
    }

    private static long seen(@Nullable String last) {
        return last != null && REVISION.matcher(last).matches() ? Long.parseLong(last) : -1;
    }
}
