package pro.reelsai.gateway.studio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the studio's scripts and styles as its build has packed them, to whoever takes gzip (RFC 9110, section 12.5.3).
 * Nothing is compressed while requests are answered: answers of the API are small, and streams of events must not wait.
 */
@ApplicationScoped
public class PackedFiles {
    /** Whatever the page loads by name; the names are hashes, so a file never changes. */
    private static final String FILES = "/studio/[\\w-]+\\.(?:js|css)";

    private static final String RESOURCES = "META-INF/resources";
    private static final String GZIP = "gzip";

    private final Map<String, Buffer> packed = new ConcurrentHashMap<>();

    /** Comes before the handler of static files, which takes whatever is passed on. */
    void register(@Observes Router router) {
        router.getWithRegex(FILES).order(0).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!takesGzip(context)) {
            context.next();
            return;
        }
        String path = context.normalizedPath();
        Buffer known = packed.get(path);
        if (known != null) {
            send(context, path, known);
            return;
        }
        context.vertx()
                .fileSystem()
                .readFile(RESOURCES + path + ".gz")
                .onSuccess(read -> {
                    packed.put(path, read);
                    send(context, path, read);
                })
                .onFailure(absent -> context.next());
    }

    private static boolean takesGzip(RoutingContext context) {
        return context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(encoding -> encoding.value().equalsIgnoreCase(GZIP) && encoding.weight() > 0);
    }

    private static void send(RoutingContext context, String path, Buffer file) {
        context.response()
                .putHeader(
                        HttpHeaders.CONTENT_TYPE,
                        path.endsWith(".css") ? "text/css;charset=UTF-8" : "text/javascript;charset=UTF-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, GZIP)
                .end(file);
    }
}
