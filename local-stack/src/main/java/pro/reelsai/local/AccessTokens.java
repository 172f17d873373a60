package pro.reelsai.local;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Issues the bearer tokens that Supabase Auth issues to signed-in users (supabase/auth, internal/tokens/service.go). */
public final class AccessTokens {
    /** The role of an ordinary user. */
    public static final String AUTHENTICATED = "authenticated";

    /** The role of operators. */
    public static final String SERVICE_ROLE = "service_role";

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final JsonWebTokens tokens;
    private final String issuer;

    /**
     * @param jwtSecret the project's JWT secret
     * @param supabaseUrl the project's URL, without a trailing slash
     */
    public AccessTokens(String jwtSecret, String supabaseUrl) {
        this.tokens = new JsonWebTokens(jwtSecret, Clock.systemUTC());
        this.issuer = supabaseUrl + "/auth/v1";
    }

    /**
     * A token for a user.
     *
     * @param user becomes the token's {@code sub}
     * @param role {@link #AUTHENTICATED}, or {@link #SERVICE_ROLE}
     * @param lifetime from one hour to 24 hours
     * @throws IllegalArgumentException if the lifetime is out of range
     */
    public String issue(UUID user, String role, Duration lifetime) {
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token lives from 1 to 24 hours, not " + lifetime);
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", user.toString());
        claims.put("aud", AUTHENTICATED);
        claims.put("role", role);
        claims.put("email", user.toString().substring(0, 8) + "@example.com");
        claims.put("phone", "");
        claims.put("session_id", UUID.randomUUID().toString());
        claims.put("is_anonymous", false);
        claims.put("aal", "aal1");
        claims.put("app_metadata", Map.of("provider", "email", "providers", List.of("email")));
        claims.put("user_metadata", Map.of());
        return tokens.sign(claims, lifetime);
    }
}
