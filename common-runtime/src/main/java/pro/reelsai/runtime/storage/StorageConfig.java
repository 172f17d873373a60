package pro.reelsai.runtime.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the bucket is and who we are to it. The addresses come from {@code SUPABASE_URL}. */
@ConfigMapping(prefix = "reels.storage")
public interface StorageConfig {
    /** Supabase's address, such as {@code https://xyz.supabase.co}; from {@code SUPABASE_URL}. */
    String url();

    /**
     * The service key, from {@code SUPABASE_SERVICE_KEY}: a JWT of role {@code service_role}, or one of the newer opaque
     * {@code sb_secret_…} keys. No service starts without one.
     */
    Optional<String> serviceKey();

    /** The bucket that holds all files; from {@code SUPABASE_BUCKET}. */
    @WithDefault("reels")
    String bucket();

    /** How often a request is tried that the server could not serve just then. */
    @WithDefault("4")
    int attempts();

    /** How long to wait before the second try; doubles with every further one. */
    @WithDefault("300ms")
    Duration backoff();

    /** The address under which browsers reach the storage server, where it differs from {@link #url()}. */
    Optional<String> publicUrl();
}
