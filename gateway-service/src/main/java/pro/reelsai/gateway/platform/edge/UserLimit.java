package pro.reelsai.gateway.platform.edge;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** Keeps one user from taking the gateway away from all others, from however many addresses. */
@ApplicationScoped
public class UserLimit {
    /** Under this every route checks the token. */
    private static final String SECURED = "/api/";

    private final SecurityIdentity identity;
    private final Buckets buckets;

    public UserLimit(EdgeConfig config, SecurityIdentity identity) {
        this.identity = identity;
        this.buckets = new Buckets("user", config.limits().perUser());
    }

    /** Runs once the route's own check of the token is done; a public route has none, and nobody to ask for. */
    @ServerRequestFilter
    public void limit(UriInfo uri, HttpServerResponse response) {
        if (uri.getPath().startsWith(SECURED) && identity.hasRole(CurrentUser.ROLE)) {
            buckets.take(identity.getPrincipal().getName(), response).ifPresent(wait -> {
                throw ApiProblem.tooManyRequests("You send too many requests", wait);
            });
        }
    }
}
