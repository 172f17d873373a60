package pro.reelsai.gateway.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that the caller can act on. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    private ApiProblem(int status, String detail, List<Violation> violations, @Nullable Duration retryAfter) {
        // Part of the answer, not a fault: nobody reads its stack trace.
        super(detail, null, false, false);
        this.status = status;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** 400: a value that is none. */
    public static ApiProblem badRequest(String detail) {
        return of(400, detail);
    }

    /** 401: not signed by whom it has to come from. */
    public static ApiProblem unauthorized(String detail) {
        return of(401, detail);
    }

    /** 403: no credits left, or not a beta user. */
    public static ApiProblem forbidden(String detail) {
        return of(403, detail);
    }

    /** 404: unknown, or somebody else's, which must look the same. */
    public static ApiProblem notFound(String what) {
        return of(404, "There is no such " + what);
    }

    /** 409: not possible in the project's present state. */
    public static ApiProblem conflict(String detail) {
        return of(409, detail);
    }

    /** 413: too large. */
    public static ApiProblem tooLarge(String detail) {
        return of(413, detail);
    }

    /** 415: not a kind of file that is accepted. */
    public static ApiProblem unsupportedMedia(String detail) {
        return of(415, detail);
    }

    /** 422: readable, but against a rule. */
    public static ApiProblem invalid(String field, String message) {
        return new ApiProblem(422, field + " " + message, List.of(new Violation(field, message)), null);
    }

    /** 422: readable, but against several rules at once. */
    public static ApiProblem invalid(List<Violation> violations) {
        return new ApiProblem(422, Violations.sentence(violations), violations, null);
    }

    /** 429: too many requests. */
    public static ApiProblem tooManyRequests(String detail, Duration retryAfter) {
        return new ApiProblem(429, detail, List.of(), retryAfter);
    }

    /** 503: not now. */
    public static ApiProblem unavailable(String detail, Duration retryAfter) {
        return new ApiProblem(503, detail, List.of(), retryAfter);
    }

    private static ApiProblem of(int status, String detail) {
        return new ApiProblem(status, detail, List.of(), null);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Which fields are wrong; empty for anything but 422. */
    public List<Violation> violations() {
        return violations;
    }

    /** When to come back. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
