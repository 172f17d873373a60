package pro.reelsai.gateway.platform.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How the gateway meets the network. */
@ConfigMapping(prefix = "reels.edge")
public interface EdgeConfig {
    /** The origins whose pages may call the API from a browser. */
    @WithDefault("https://www.reelsai.pro,https://reelsai.pro,http://localhost:3000")
    Set<String> corsOrigins();

    /**
     * The origins, beside the gateway's own, from which the studio takes pictures and films and with which it signs in:
     * the Supabase project.
     */
    Set<String> studioOrigins();

    /**
     * How many proxies of our own stand before the gateway. Each adds one address to {@code X-Forwarded-For}, so the
     * caller's is that many from the end; what stands before it is the caller's own invention. With 0 the header, and
     * {@code X-Forwarded-Proto}, are not looked at.
     */
    @WithDefault("0")
    int trustedProxies();

    /** How many requests are taken; each replica counts for itself. */
    Limits limits();

    /** How long a request may take. */
    Timeouts timeouts();

    /** How the gateway ends. */
    Shutdown shutdown();

    /** Token buckets: they start full and are filled up evenly over a minute. */
    interface Limits {
        /** Requests a minute from one address; 0 for no limit. */
        @WithDefault("3000")
        long perAddress();

        /** Requests a minute of one signed-in user; 0 for no limit. */
        @WithDefault("1200")
        long perUser();
    }

    /** What keeps slow callers and slow work from holding on to memory. */
    interface Timeouts {
        /** How long a body may be on its way. */
        @WithDefault("20s")
        Duration body();

        /** How long an upload may be on its way. */
        @WithDefault("15m")
        Duration upload();

        /** How long the answer may take, from the first byte of the request; an upload has its own time on top. */
        @WithDefault("1m")
        Duration answer();
    }

    /** The steps between SIGTERM and the end. */
    interface Shutdown {
        /** How long readiness is down while requests are still taken, so that a balancer can notice. */
        @WithDefault("3s")
        Duration delay();

        /** How long the requests under way may take to end after that. */
        @WithDefault("30s")
        Duration drain();
    }
}
