package pro.reelsai.runtime.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.StoredObject;

/**
 * Sends a file in pieces, streamed from the disk. What is cut goes on from the byte that the server has; an upload that the
 * server no longer knows begins anew.
 *
 * <p>Source: <a href="https://tus.io/protocols/resumable-upload">TUS 1.0.0</a>;
 * <a href="https://supabase.com/docs/guides/storage/uploads/resumable-uploads">Supabase's guide</a>: above 6 MB, in pieces
 * of exactly 6 MiB.
 */
@ApplicationScoped
class ResumableUpload {
    /** The size of every piece but the last, in bytes. */
    static final long PIECE = 6L << 20;

    private static final Logger LOG = Logger.getLogger(ResumableUpload.class);
    private static final String ROOT = "/upload/resumable";
    private static final Pattern NAME = Pattern.compile(".*" + ROOT + "/([A-Za-z0-9_=-]+)");
    private static final String OFFSET = "Upload-Offset";
    private static final int CREATED = 201;
    private static final int TAKEN = 204;
    private static final int OK = 200;

    /** A piece does not fit, or somebody else still holds the upload; it is not known, or not any more. */
    private static final Set<Integer> WORTH_A_LOOK = Set.of(409, 404, 410);

    private static final int LONGEST_QUOTE = 200;

    private final Vertx vertx;
    private final StorageHttp http;
    private final StorageRetry retry;
    private final StorageConfig config;

    ResumableUpload(Vertx vertx, StorageHttp http, StorageRetry retry, StorageConfig config) {
        this.vertx = vertx;
        this.http = http;
        this.retry = retry;
        this.config = config;
    }

    /**
     * What is sent.
     *
     * @param object what it will be in the bucket
     * @param file where it is
     * @param keptFor how long it may be shown without asking again
     */
    private record Source(StoredObject object, Path file, Duration keptFor) {}

    /**
     * How far an upload has come.
     *
     * @param name the server's name for it
     * @param offset how many bytes the server has
     * @param furthest how many it had at most
     * @param failures how many there were since it had more than ever
     */
    private record State(String name, long offset, long furthest, int failures) {
        State at(long next) {
            return new State(name, next, Math.max(furthest, next), next > furthest ? 0 : failures);
        }

        State failed() {
            return new State(name, offset, furthest, failures + 1);
        }

        State anew(String other) {
            return new State(other, 0, furthest, failures);
        }
    }

    /** Sends a file, replacing what was at its key. */
    Uni<Void> send(StoredObject object, Path file, Duration keptFor) {
        Source source = new Source(object, file, keptFor);
        return begin(source).chain(name -> goOn(source, new State(name, 0, 0, 0)));
    }

    private Uni<Void> goOn(Source source, State state) {
        if (state.offset() == source.object().bytes()) {
            return Uni.createFrom().voidItem();
        }
        return retry.named(piece(source, state))
                .map(state::at)
                .onFailure(StorageException.class)
                .recoverWithUni(failure -> recover(source, state.failed(), (StorageException) failure))
                .chain(next -> goOn(source, next));
    }

    private Uni<State> recover(Source source, State state, StorageException failure) {
        boolean hopeless = !failure.isTransient() && !WORTH_A_LOOK.contains(failure.status());
        if (hopeless || state.failures() >= retry.attempts()) {
            return Uni.createFrom().failure(failure);
        }
        LOG.infof("REELS-0140 upload of %s, byte %d: %s", source.object().key(), state.offset(), failure.getMessage());
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(retry.pause(state.failures()))
                .chain(() -> retry.named(look(state.name())))
                .chain(offset -> resume(source, state, offset))
                .onFailure(StorageException.class)
                .recoverWithUni(again -> recover(source, state.failed(), (StorageException) again));
    }

    /** Bytes that are all there do not tell whether the server could make an object of them, so they are sent anew. */
    private Uni<State> resume(Source source, State state, @Nullable Long offset) {
        return offset == null || offset >= source.object().bytes()
                ? begin(source).map(state::anew)
                : Uni.createFrom().item(state.at(offset));
    }

    private Uni<String> begin(Source source) {
        StoredObject object = source.object();
        String metadata = "bucketName %s,objectName %s,contentType %s,cacheControl %s"
                .formatted(
                        base64(config.bucket()),
                        base64(object.key().value()),
                        base64(object.contentType()),
                        base64(Long.toString(source.keptFor().toSeconds())));
        return retry.retrying(request(HttpMethod.POST, ROOT)
                .chain(request -> request.putHeader("Upload-Length", Long.toString(object.bytes()))
                        .putHeader("Upload-Metadata", metadata)
                        .putHeader("Content-Length", "0")
                        .send())
                .chain(response -> response.statusCode() == CREATED
                        ? Uni.createFrom().item(name(response.getHeader("Location")))
                        : refusal(response)));
    }

    /** Only the name is taken from the address, so that no answer sends us, and our key, to another server. */
    private static String name(@Nullable String location) {
        Matcher named = NAME.matcher(location == null ? "" : location);
        if (!named.matches()) {
            throw new StorageException(0, "Storage began an upload and gave it no address");
        }
        return named.group(1);
    }

    /** How many bytes the server has; null where it does not know the upload, or not any more. */
    private Uni<@Nullable Long> look(String name) {
        return request(HttpMethod.HEAD, ROOT + "/" + name)
                .chain(request -> request.send())
                .chain(response -> switch (response.statusCode()) {
                    case OK -> Uni.createFrom().item(offset(response));
                    case 404, 410 -> Uni.createFrom().nullItem();
                    default -> refusal(response);
                });
    }

    private Uni<Long> piece(Source source, State state) {
        long size = Math.min(PIECE, source.object().bytes() - state.offset());
        OpenOptions reading = new OpenOptions().setRead(true).setWrite(false).setCreate(false);
        return vertx.fileSystem().open(source.file().toString(), reading).chain(file -> request(
                        HttpMethod.PATCH, ROOT + "/" + state.name())
                .chain(request -> request.putHeader(OFFSET, Long.toString(state.offset()))
                        .putHeader("Content-Type", "application/offset+octet-stream")
                        .putHeader("Content-Length", Long.toString(size))
                        .send(part(file, state.offset(), size)))
                .chain(response ->
                        response.statusCode() == TAKEN ? Uni.createFrom().item(offset(response)) : refusal(response))
                .onTermination()
                .call(() -> file.close().onFailure().recoverWithNull()));
    }

    private static AsyncFile part(AsyncFile file, long offset, long size) {
        return file.setReadPos(offset).setReadLength(size);
    }

    private static long offset(HttpClientResponse response) {
        String offset = response.getHeader(OFFSET);
        if (offset == null || !offset.matches("\\d{1,18}")) {
            throw new StorageException(0, "Storage does not say how much of an upload it has");
        }
        return Long.parseLong(offset);
    }

    private Uni<HttpClientRequest> request(HttpMethod method, String path) {
        return http.request(method, path)
                .map(request -> request.putHeader("Tus-Resumable", "1.0.0").putHeader("x-upsert", "true"));
    }

    /** Here the status is HTTP's own and the body plain text, save where the key is refused. */
    private static <T> Uni<T> refusal(HttpClientResponse response) {
        return response.body().onItem().transformToUni(body -> {
            String text = body.toString(StandardCharsets.UTF_8.name()).strip();
            int status = response.statusCode();
            return Uni.createFrom()
                    .failure(
                            text.startsWith("{")
                                    ? StorageErrors.read(status, text)
                                    : new StorageException(status, "Storage answered " + status + ": " + quoted(text)));
        });
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
