package pro.reelsai.gateway.studio;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;

/** Tells the studio how to sign in. Nothing here is secret, and nothing here signs anybody in. */
@Path("/studio.json")
@Produces(MediaType.APPLICATION_JSON)
public class StudioResource {
    private static final String LOCAL = "local";

    private final Settings settings;

    public StudioResource(StudioConfig studio, GatewayConfig gateway) {
        this.settings = new Settings(
                studio.supabaseUrl(), studio.supabaseKey().orElse(null), LOCAL.equalsIgnoreCase(gateway.environment()));
    }

    /** How to sign in. */
    @GET
    @Operation(hidden = true)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    public Settings settings() {
        return settings;
    }

    /**
     * How to sign in.
     *
     * @param supabaseUrl the Supabase project whose users these are
     * @param supabaseKey its key for browsers; null where none is set
     * @param demo whether this is a suite on somebody's own machine, whose Supabase knows a demo user
     */
    public record Settings(String supabaseUrl, @Nullable String supabaseKey, boolean demo) {}
}
