package pro.reelsai.gateway.platform.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whose tokens the gateway accepts. */
@ConfigMapping(prefix = "reels.auth")
public interface AuthConfig {
    /** The issuer of the tokens: {@code SUPABASE_URL} with {@code /auth/v1} behind it. */
    String issuer();

    /** The project's JWT secret, from {@code SUPABASE_JWT_SECRET}; its UTF-8 bytes are the HS256 key, at least 32 of them. */
    String secret();

    /** How far the clocks of Supabase and the gateway may disagree. */
    @WithDefault("30s")
    Duration leeway();
}
