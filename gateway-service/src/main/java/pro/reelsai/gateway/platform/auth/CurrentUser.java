package pro.reelsai.gateway.platform.auth;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever made this request. */
@RequestScoped
public class CurrentUser {
    /** The role of a signed-in user in Supabase's tokens. */
    public static final String ROLE = "authenticated";

    /** {@link UUID#fromString} alone would take {@code 1-2-3-4-5}. */
    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JsonWebToken token;

    public CurrentUser(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The user's id, which is the token's subject.
     *
     * @throws UnauthorizedException if the subject is not a user's id
     */
    public UUID id() {
        String subject = token.getSubject();
        if (subject == null || !CANONICAL.matcher(subject).matches()) {
            throw new UnauthorizedException("The token's subject is not a user");
        }
        return UUID.fromString(subject);
    }
}
