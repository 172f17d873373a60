package pro.reelsai.gateway.platform.auth;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.jose4j.lang.JoseException;

/** Fetches the keys that the project publishes (Supabase Auth: {@code GET /auth/v1/.well-known/jwks.json}). */
@ApplicationScoped
public class KeySetReader {
    private final HttpClient client;
    private final URI address;
    private final long timeoutMillis;

    public KeySetReader(Vertx vertx, AuthConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
        this.address = config.jwksUrl();
        this.timeoutMillis = config.jwksTimeout().toMillis();
    }

    /** Reads the keys; fails with an {@link IOException} where they cannot be had. */
    Uni<PublishedKeys> read() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setConnectTimeout(timeoutMillis)
                .setTimeout(timeoutMillis)
                .putHeader("Accept", "application/json");
        return Uni.createFrom()
                .completionStage(() -> fetch(request))
                .map(KeySetReader::parse)
                .onFailure()
                .transform(e -> new IOException(address + " cannot be read: " + e.getMessage(), e));
    }

    private CompletionStage<String> fetch(RequestOptions options) {
        return client.request(options)
                .compose(request -> request.send())
                .compose(KeySetReader::body)
                .map(Buffer::toString)
                .toCompletionStage();
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        return response.statusCode() == HttpResponseStatus.OK.code()
                ? response.body()
                : Future.failedFuture("it answers " + response.statusCode());
    }

    private static PublishedKeys parse(String json) {
        try {
            return PublishedKeys.parse(json);
        } catch (JoseException e) {
            throw new IllegalArgumentException("it is not a JSON Web Key Set", e);
        }
    }
}
