package pro.reelsai.runtime.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * Requests to the storage server that the REST client cannot make: bodies that are parts of files, and answers that go
 * into a file or not by what they are.
 */
@ApplicationScoped
class StorageHttp {
    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;
    private static final int IDLE_TIMEOUT_SECONDS = 60;

    private final HttpClient http;
    private final StorageConfig config;
    private final StorageCredentials credentials;

    StorageHttp(Vertx vertx, StorageConfig config, StorageCredentials credentials) {
        this.config = config;
        this.credentials = credentials;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setIdleTimeout(IDLE_TIMEOUT_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
    }

    /**
     * A request that says who we are, and is not sent yet.
     *
     * @param path below {@code /storage/v1}, with a leading slash
     */
    Uni<HttpClientRequest> request(HttpMethod method, String path) {
        RequestOptions options =
                new RequestOptions().setMethod(method).setAbsoluteURI(config.url() + "/storage/v1" + path);
        credentials.headers().forEach(options::putHeader);
        return http.request(options);
    }
}
