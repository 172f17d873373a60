package pro.reelsai.gateway.platform.edge;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, through the proxies that are ours. */
@ApplicationScoped
public class Origin {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final int trustedProxies;

    public Origin(EdgeConfig config) {
        this.trustedProxies = config.trustedProxies();
    }

    /** The caller's IP address. */
    String addressOf(HttpServerRequest request) {
        if (trustedProxies > 0) {
            List<String> hops = request.headers().getAll("X-Forwarded-For").stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .toList();
            if (hops.size() >= trustedProxies) {
                String address = hops.get(hops.size() - trustedProxies);
                if (ADDRESS.matcher(address).matches()) {
                    return address;
                }
            }
        }
        return request.remoteAddress().hostAddress();
    }

    /** Whether the caller speaks TLS, to us or to our proxy. */
    boolean isSecure(HttpServerRequest request) {
        @Nullable String scheme = trustedProxies > 0 ? request.getHeader("X-Forwarded-Proto") : null;
        return request.isSSL() || "https".equalsIgnoreCase(scheme);
    }
}
