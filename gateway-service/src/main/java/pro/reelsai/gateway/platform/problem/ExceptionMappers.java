package pro.reelsai.gateway.platform.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.runtime.storage.StorageException;

/** Every way in which a request of the REST layer can fail, as a problem. Never a stack trace, never a page. */
public class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    /** What Quarkus REST says of a form without its end, which is no fault of the network behind us. */
    private static final String BODY_ENDED_EARLY = "Connection terminated reading multipart data";

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ProblemWriter writer;
    private final AllowedMethods methods;
    private final SecurityIdentity identity;

    public ExceptionMappers(ProblemWriter writer, AllowedMethods methods, SecurityIdentity identity) {
        this.writer = writer;
        this.methods = methods;
        this.identity = identity;
    }

    @ServerExceptionMapper
    Response problem(ApiProblem problem, UriInfo uri) {
        Response.ResponseBuilder answer =
                writer.answer(problem.status(), problem.getMessage(), uri.getPath(), problem.violations());
        problem.retryAfter().ifPresent(after -> answer.header(HttpHeaders.RETRY_AFTER, after.toSeconds()));
        return answer.build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<Violation> violations = Violations.of(e);
        return writer.answer(422, Violations.sentence(violations), uri.getPath(), violations)
                .build();
    }

    /** Named one by one: Quarkus has mappers of its own for the kinds, which show class names. */
    @ServerExceptionMapper({
        MismatchedInputException.class,
        InvalidDefinitionException.class,
        StreamReadException.class,
        JsonProcessingException.class
    })
    Response unreadable(JsonProcessingException e, UriInfo uri) {
        if (e.getProcessor() instanceof JsonGenerator) {
            return fault(e, uri);
        }
        return writer.answer(400, UnreadableJson.explain(e), uri.getPath(), List.of())
                .build();
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Response unauthorized(SecurityException e, UriInfo uri) {
        return challenge("Send a valid access token as 'Authorization: Bearer …'", uri);
    }

    /** A user at an operator's address may not; whoever lacks a user's role holds a key, and at a user's address is nobody. */
    @ServerExceptionMapper
    Response inTheWrongRole(ForbiddenException e, UriInfo uri) {
        return identity.hasRole(CurrentUser.ROLE)
                ? writer.answer(403, "This address is for operators", uri.getPath(), List.of())
                        .build()
                : challenge("This token is not a signed-in user's", uri);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo uri, Request request) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, uri);
        }
        if (e.getCause() instanceof ApiProblem problem) {
            return problem(problem, uri);
        }
        Response original = e.getResponse();
        if (original.getStatus() >= 500) {
            return fault(e, uri);
        }
        SortedSet<String> allowed = methods.at(uri.getPath());
        if (isOfMethod(original.getStatus(), allowed, request.getMethod())) {
            return writer.answer(405, Statuses.explain(405), uri.getPath(), List.of())
                    .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                    .build();
        }
        return writer.answer(original.getStatus(), Statuses.explain(original.getStatus()), uri.getPath(), List.of())
                .build();
    }

    /** Quarkus REST calls an address unknown whose resource takes the method elsewhere. */
    private static boolean isOfMethod(int status, SortedSet<String> allowed, String method) {
        return status == 405 || status == 404 && !allowed.isEmpty() && !allowed.contains(method);
    }

    @ServerExceptionMapper
    Response fault(Throwable e, UriInfo uri) {
        if (e instanceof IOException && BODY_ENDED_EARLY.equals(e.getMessage())) {
            return writer.answer(400, "The form ended before its last boundary", uri.getPath(), List.of())
                    .build();
        }
        if (DatabaseAway.isCauseOf(e)) {
            LOG.warnf("The database cannot serve %s: %s", uri.getPath(), e);
            return unavailable("The database cannot be reached just now; try again in a moment", uri);
        }
        if (e instanceof StorageException storage && storage.isTransient()) {
            LOG.warnf("Storage cannot serve %s: %s", uri.getPath(), e.getMessage());
            return unavailable("The file storage cannot be reached just now; try again in a moment", uri);
        }
        UUID trace = UUID.randomUUID();
        LOG.errorf(e, "Request %s failed, reported to the caller as %s", uri.getPath(), trace);
        return writer.answer(500, "Something went wrong on our side; quote " + trace, uri.getPath(), List.of())
                .build();
    }

    private Response unavailable(String detail, UriInfo uri) {
        return writer.answer(503, detail, uri.getPath(), List.of())
                .header(HttpHeaders.RETRY_AFTER, SOON.toSeconds())
                .build();
    }

    private Response challenge(String detail, UriInfo uri) {
        return writer.answer(401, detail, uri.getPath(), List.of())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
