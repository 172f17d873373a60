package pro.reelsai.gateway.platform.auth;

import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever holds a token that was checked.
 *
 * @param subject the token's {@code sub}: a user's id; null for an operator's key that names nobody
 * @param role {@link CurrentUser#ROLE} or {@link CurrentUser#OPERATOR}
 * @param email the token's {@code email}; null where it has none
 * @param validUntil when the token stops to count, the leeway included
 */
record Caller(
        @Nullable String subject, String role, @Nullable String email, Instant validUntil) implements Principal {
    @Override
    public String getName() {
        return subject == null ? role : subject;
    }
}
