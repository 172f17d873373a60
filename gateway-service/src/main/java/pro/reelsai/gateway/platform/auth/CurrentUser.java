package pro.reelsai.gateway.platform.auth;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever made this request. */
@RequestScoped
public class CurrentUser {
    /** The role of a signed-in user in Supabase's tokens. */
    public static final String ROLE = "authenticated";

    /** The role of whoever runs the suite: the project's service key, or a user's token that carries this role. */
    public static final String OPERATOR = "service_role";

    private final SecurityIdentity identity;

    public CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The user's id, which is the token's subject.
     *
     * @throws UnauthorizedException if the caller is not a user
     */
    public UUID id() {
        if (identity.getPrincipal() instanceof Caller caller
                && caller.role().equals(ROLE)
                && caller.subject() != null) {
            return UUID.fromString(caller.subject());
        }
        throw new UnauthorizedException("The caller is not a user");
    }

    /** Where the user gets mail, as the token says; null where it does not. */
    public @Nullable String email() {
        return identity.getPrincipal() instanceof Caller caller ? caller.email() : null;
    }

    /** Who it is, for a record of who did what: the token's subject, or the role of a key that names nobody. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /**
     * When the caller's token stops to count.
     *
     * @throws UnauthorizedException if the caller holds none that ends
     */
    public Instant expiry() {
        if (identity.getPrincipal() instanceof Caller caller) {
            return caller.validUntil();
        }
        throw new UnauthorizedException("The caller is not a user");
    }
}
