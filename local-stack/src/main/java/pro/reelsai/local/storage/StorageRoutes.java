package pro.reelsai.local.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import pro.reelsai.local.JsonWebTokens;

/** Finds the route of a request. */
final class StorageRoutes {
    private static final String VERSION = "1.70.6";

    private final BucketRoutes bucketRoutes;
    private final ObjectRoutes objectRoutes;
    private final SignedRoutes signedRoutes;
    private final ListRoutes listRoutes;
    private final TusRoutes tusRoutes;
    private final TusUploads uploads;

    private StorageRoutes(
            BucketRoutes bucketRoutes,
            ObjectRoutes objectRoutes,
            SignedRoutes signedRoutes,
            ListRoutes listRoutes,
            TusRoutes tusRoutes,
            TusUploads uploads) {
        this.bucketRoutes = bucketRoutes;
        this.objectRoutes = objectRoutes;
        this.signedRoutes = signedRoutes;
        this.listRoutes = listRoutes;
        this.tusRoutes = tusRoutes;
        this.uploads = uploads;
    }

    static StorageRoutes open(StorageSettings settings, JsonWebTokens tokens) throws IOException {
        Path root = settings.directory().toAbsolutePath();
        ObjectFiles files = new ObjectFiles(root.resolve("objects"), root.resolve("drafts"));
        ObjectStore objects = new ObjectStore(files);
        BucketStore buckets = new BucketStore(root.resolve("buckets"), files.drafts());
        ObjectReader reader = new ObjectReader(objects);
        ObjectWriter writer = new ObjectWriter(objects, files.drafts(), settings.largestObject());
        Callers callers = new Callers(tokens);
        TusUploads uploads = new TusUploads(objects, root.resolve("uploads"));
        return new StorageRoutes(
                new BucketRoutes(buckets, objects, callers, settings.largestObject()),
                new ObjectRoutes(buckets, objects, reader, writer, callers),
                new SignedRoutes(buckets, objects, reader, writer, callers, new UrlSigner(tokens)),
                new ListRoutes(buckets, objects, callers),
                new TusRoutes(buckets, objects, uploads, callers, settings.largestObject()),
                uploads);
    }

    /** The uploads under way. */
    TusUploads uploads() {
        return uploads;
    }

    /** Answers a request; false where there is no such route. */
    boolean handle(StorageRequest request) throws IOException, StorageException {
        String path = request.path();
        if (path.equals("/status")) {
            request.replyEmpty(200, 0);
            return true;
        }
        if (path.equals("/version")) {
            request.reply(200, "text/plain; charset=utf-8", VERSION.getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (path.equals("/bucket") || path.startsWith("/bucket/")) {
            return bucketRoutes.handle(request, path.substring("/bucket".length()));
        }
        if (path.equals(TusRoutes.ROOT) || path.startsWith(TusRoutes.ROOT + "/")) {
            return tusRoutes.handle(request, path.substring(TusRoutes.ROOT.length()));
        }
        if (!path.startsWith("/object/")) {
            return false;
        }
        String rest = path.substring("/object/".length());
        int slash = rest.indexOf('/');
        String first = slash < 0 ? rest : rest.substring(0, slash);
        String below = slash < 0 ? "" : rest.substring(slash + 1);
        return switch (first) {
            case "list" -> post(request, () -> listRoutes.list(request, StorageRequest.decode(below)));
            case "copy" -> post(request, () -> objectRoutes.copy(request));
            case "move" -> post(request, () -> objectRoutes.move(request));
            case "info" -> read(request, () -> objectRoutes.info(request, ObjectPath.parse(below)));
            case "public" -> read(request, () -> objectRoutes.readPublic(request, ObjectPath.parse(below)));
            case "authenticated" ->
                read(request, () -> objectRoutes.readAuthenticated(request, ObjectPath.parse(below)));
            case "sign" -> sign(request, below);
            case "upload" -> signUpload(request, below);
            default -> slash < 0 ? deleteMany(request, first) : object(request, ObjectPath.parse(rest));
        };
    }

    private boolean object(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        switch (request.method()) {
            case "GET", "HEAD" -> objectRoutes.read(request, path);
            case "POST", "PUT" -> objectRoutes.upload(request, path);
            case "DELETE" -> objectRoutes.delete(request, path);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean deleteMany(StorageRequest request, String bucket) throws IOException, StorageException {
        if (!request.method().equals("DELETE")) {
            return false;
        }
        objectRoutes.deleteMany(request, StorageRequest.decode(bucket));
        return true;
    }

    private boolean sign(StorageRequest request, String below) throws IOException, StorageException {
        if (!below.contains("/")) {
            return post(request, () -> signedRoutes.signMany(request, StorageRequest.decode(below)));
        }
        ObjectPath path = ObjectPath.parse(below);
        return request.method().equals("POST")
                ? post(request, () -> signedRoutes.sign(request, path))
                : read(request, () -> signedRoutes.read(request, path));
    }

    private boolean signUpload(StorageRequest request, String below) throws IOException, StorageException {
        if (!below.startsWith("sign/")) {
            return false;
        }
        ObjectPath path = ObjectPath.parse(below.substring("sign/".length()));
        if (request.method().equals("PUT")) {
            signedRoutes.upload(request, path);
            return true;
        }
        return post(request, () -> signedRoutes.signUpload(request, path));
    }

    private static boolean post(StorageRequest request, Answer answer) throws IOException, StorageException {
        if (!request.method().equals("POST")) {
            return false;
        }
        answer.give();
        return true;
    }

    private static boolean read(StorageRequest request, Answer answer) throws IOException, StorageException {
        if (!request.method().equals("GET") && !request.isHead()) {
            return false;
        }
        answer.give();
        return true;
    }

    /** The work of a route. */
    @FunctionalInterface
    private interface Answer {
        void give() throws IOException, StorageException;
    }
}
