package pro.reelsai.gateway.idempotency;

import jakarta.ws.rs.BadRequestException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/**
 * The client's name for a request, in the {@code Idempotency-Key} header (draft-ietf-httpapi-idempotency-key-header-07).
 * No record, since the REST layer would call its constructor with the raw header.
 */
@Schema(type = SchemaType.STRING, example = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")
public final class IdempotencyKey {
    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    /** A string of RFC 8941, section 3.3.3, as the draft asks for. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255})\"");
    /** What most clients send instead. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._~+/=:@-]{1,255}");

    private final String value;

    private IdempotencyKey(String value) {
        this.value = value;
    }

    /** 1 to 255 printable ASCII characters, without the quotes. */
    public String value() {
        return value;
    }

    /**
     * Reads the header; the REST layer calls this.
     *
     * @throws BadRequestException if it holds no key
     */
    public static IdempotencyKey fromString(String header) {
        String text = header.strip();
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return new IdempotencyKey(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        if (BARE.matcher(text).matches()) {
            return new IdempotencyKey(text);
        }
        // As a cause: of any other exception than its own the REST layer makes a 404.
        throw new BadRequestException(ApiProblem.badRequest(
                HEADER + " is a string of 1 to 255 printable characters in quotes, best a fresh UUID"));
    }
}
