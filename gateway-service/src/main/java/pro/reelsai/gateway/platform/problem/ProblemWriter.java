package pro.reelsai.gateway.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Writes problems as bytes, so that no content negotiation can turn an error into another one. */
@ApplicationScoped
public class ProblemWriter {
    private final ObjectMapper mapper;

    public ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The bytes of a problem. */
    public byte[] write(int status, String detail, String instance, List<Violation> violations) {
        try {
            return mapper.writeValueAsBytes(ProblemDetails.of(status, detail, instance, violations));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem of plain strings cannot be written as JSON", e);
        }
    }

    /** A problem as the answer of the REST layer, to which headers can be added. */
    Response.ResponseBuilder answer(int status, String detail, String instance, List<Violation> violations) {
        return Response.status(status)
                .type(ProblemDetails.MEDIA_TYPE)
                .entity(write(status, detail, instance, violations));
    }
}
