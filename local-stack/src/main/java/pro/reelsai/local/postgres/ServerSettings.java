package pro.reelsai.local.postgres;

import java.util.Map;

/** PostgreSQL's configuration: nothing acknowledged is lost in a crash, loopback only, small. */
final class ServerSettings {
    private ServerSettings() {}

    static Map<String, String> all() {
        return Map.ofEntries(
                // Zonky starts the server with -F and switches these three off.
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("listen_addresses", "127.0.0.1"),
                // A socket file in /tmp would collide with a server of the system.
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", "64MB"),
                // Room between two checkpoints: behind each, every page is logged whole at its first change.
                Map.entry("max_wal_size", "1GB"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_min_messages", "warning"));
    }
}
