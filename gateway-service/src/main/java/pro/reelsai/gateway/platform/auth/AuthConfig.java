package pro.reelsai.gateway.platform.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whose tokens the gateway accepts. */
@ConfigMapping(prefix = "reels.auth")
public interface AuthConfig {
    /** The issuer of the tokens: {@code SUPABASE_URL} with {@code /auth/v1} behind it. */
    String issuer();

    /**
     * The project's JWT secret, from {@code SUPABASE_JWT_SECRET}; its UTF-8 bytes are the HS256 key, at least 32 of them
     * (RFC 7518, section 3.2). A project that signs with asymmetric keys alone needs none.
     */
    Optional<String> secret();

    /** The project's service key, from {@code SUPABASE_SERVICE_KEY}: whoever holds one of the newer kind is an operator. */
    Optional<String> serviceKey();

    /** Where the project publishes its asymmetric keys. It is read when a token is signed with a key not seen before. */
    URI jwksUrl();

    /** How old the published keys may become before they are read again, behind the requests' backs. */
    @WithDefault("10m")
    Duration jwksRefresh();

    /** The least time between two readings, so that tokens with made-up key ids cannot drive them. */
    @WithDefault("30s")
    Duration jwksPause();

    /** How long one reading may take. */
    @WithDefault("3s")
    Duration jwksTimeout();

    /** How far the clocks of Supabase and the gateway may disagree. */
    @WithDefault("30s")
    Duration leeway();

    /** How long a checked token is believed without another look at its signature; never past its own expiry. */
    @WithDefault("5m")
    Duration remembered();
}
