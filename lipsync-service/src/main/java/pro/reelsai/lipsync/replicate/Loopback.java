package pro.reelsai.lipsync.replicate;

import java.net.URI;
import java.util.Set;
import pro.reelsai.lipsync.LipsyncConfig;

/** The one exception from HTTPS: a stand-in on this machine, where the configuration allows it. */
final class Loopback {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    static boolean allows(URI uri, LipsyncConfig.Replicate config) {
        return config.loopback() && "http".equals(uri.getScheme()) && HOSTS.contains(uri.getHost());
    }
}
