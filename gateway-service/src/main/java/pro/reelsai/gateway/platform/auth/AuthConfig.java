package pro.reelsai.gateway.platform.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** Whose tokens the gateway accepts. */
@ConfigMapping(prefix = "reels.auth")
public interface AuthConfig {
    /** The issuer of the tokens: {@code SUPABASE_URL} with {@code /auth/v1} behind it. */
    String issuer();

    /**
     * The project's JWT secret, from {@code SUPABASE_JWT_SECRET}; its UTF-8 bytes are the HS256 key, at least 32 of them
     * (RFC 7518, section 3.2).
     */
    @Size(min = 32, message = "SUPABASE_JWT_SECRET is shorter than the 32 characters that HS256 needs")
    String secret();

    /** How far the clocks of Supabase and the gateway may disagree. */
    @WithDefault("30s")
    Duration leeway();
}
