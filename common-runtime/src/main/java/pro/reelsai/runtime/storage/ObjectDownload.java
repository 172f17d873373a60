package pro.reelsai.runtime.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import pro.reelsai.model.ObjectKey;

/**
 * Streams an object into a file. The REST client would do for it but for one thing: it streams the body of an error into
 * the file as well, and with Supabase Storage the body is where the error is.
 */
@ApplicationScoped
class ObjectDownload {
    private static final int OK = 200;

    private final Vertx vertx;
    private final StorageHttp http;
    private final StorageConfig config;

    ObjectDownload(Vertx vertx, StorageHttp http, StorageConfig config) {
        this.vertx = vertx;
        this.http = http;
        this.config = config;
    }

    /**
     * Reads an object to its end.
     *
     * @param target appears only once it is complete
     */
    Uni<Path> fetch(ObjectKey key, Path target) {
        String part = target + ".part";
        // The file is opened first, so that the first bytes of the answer find it ready.
        return vertx.fileSystem()
                .open(part, new OpenOptions().setTruncateExisting(true))
                .chain(file -> request(key)
                        .chain(response -> receive(response, file))
                        .onFailure()
                        .call(() -> file.close().onFailure().recoverWithNull()))
                .onFailure()
                .call(() -> vertx.fileSystem().delete(part).onFailure().recoverWithNull())
                .chain(() ->
                        vertx.fileSystem().move(part, target.toString(), new CopyOptions().setReplaceExisting(true)))
                .replaceWith(target);
    }

    private Uni<HttpClientResponse> request(ObjectKey key) {
        return http.request(HttpMethod.GET, "/object/authenticated/" + config.bucket() + "/" + key.value())
                .chain(request -> request.send());
    }

    private static Uni<Void> receive(HttpClientResponse response, AsyncFile file) {
        if (response.statusCode() == OK) {
            return response.pipeTo(file);
        }
        return response.body()
                .onItem()
                .failWith(body -> StorageErrors.read(response.statusCode(), body.toString()))
                .replaceWithVoid();
    }
}
