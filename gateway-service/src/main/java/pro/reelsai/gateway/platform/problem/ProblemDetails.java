package pro.reelsai.gateway.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/**
 * An error as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> spells it.
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong and what to do about it
 * @param instance the path that was asked for
 * @param violations which fields are wrong; left out where there are none
 */
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {
    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of a status. */
    static ProblemDetails of(int status, String detail, String instance, List<Violation> violations) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        return new ProblemDetails("about:blank", title, status, detail, instance, violations);
    }
}
