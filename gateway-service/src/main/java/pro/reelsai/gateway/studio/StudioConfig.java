package pro.reelsai.gateway.studio;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the studio signs its users in. */
@ConfigMapping(prefix = "reels.studio")
public interface StudioConfig {
    /** The Supabase project, from {@code SUPABASE_URL}. */
    String supabaseUrl();

    /** The project's key for browsers ({@code anon} or publishable), from {@code SUPABASE_KEY}; it is public. */
    Optional<String> supabaseKey();
}
