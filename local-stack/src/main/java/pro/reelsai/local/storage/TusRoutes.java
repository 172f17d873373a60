package pro.reelsai.local.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code /upload/resumable}: uploads in pieces, which go on where they were cut.
 *
 * <p>Source: <a href="https://tus.io/protocols/resumable-upload">TUS 1.0.0</a> with creation, creation-with-upload,
 * termination and expiration, and Supabase's guide to resumable uploads; answers as recorded from storage-api 1.70.6.
 */
final class TusRoutes {
    static final String ROOT = "/upload/resumable";

    private static final String VERSION = "1.0.0";
    private static final String PIECE = "application/offset+octet-stream";
    private static final String UNTYPED = "application/octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final BucketStore buckets;
    private final ObjectStore objects;
    private final TusUploads uploads;
    private final Callers callers;
    private final long largestObject;

    TusRoutes(BucketStore buckets, ObjectStore objects, TusUploads uploads, Callers callers, long largestObject) {
        this.buckets = buckets;
        this.objects = objects;
        this.uploads = uploads;
        this.callers = callers;
        this.largestObject = largestObject;
    }

    /**
     * Answers a request; false where there is no such route.
     *
     * @param below the path below {@link #ROOT}
     * @throws StorageException if the caller's token proves nothing, which alone is answered as everywhere else
     */
    boolean handle(StorageRequest request, String below) throws IOException, StorageException {
        boolean root = below.isEmpty();
        if (!(root ? "POST" : "PATCH HEAD DELETE").contains(request.method())) {
            return false;
        }
        Callers.Caller caller = callers.requireForUpload(request);
        request.setHeader("Tus-Resumable", VERSION);
        try {
            if (!request.header("Tus-Resumable").equals(Optional.of(VERSION))) {
                throw TusRefusal.anotherProtocol();
            }
            if (root) {
                create(request, caller);
            } else {
                serve(request, below.substring(1));
            }
        } catch (TusRefusal e) {
            refuse(request, e);
        } catch (StorageException e) {
            refuse(request, TusRefusal.of(e));
        }
        return true;
    }

    private void serve(StorageRequest request, String name) throws IOException, StorageException, TusRefusal {
        switch (request.method()) {
            case "PATCH" -> {
                append(request, uploads.get(name), offset(request));
                request.replyNothing(204);
            }
            case "HEAD" -> {
                TusUpload upload = uploads.get(name);
                request.setHeader("Cache-Control", "no-store");
                request.setHeader(OFFSET, Long.toString(upload.offset()));
                request.setHeader(LENGTH, Long.toString(upload.length()));
                request.replyNothing(200);
            }
            default -> {
                uploads.end(name);
                request.replyNothing(204);
            }
        }
    }

    private void create(StorageRequest request, Callers.Caller caller)
            throws IOException, StorageException, TusRefusal {
        Map<String, String> metadata = metadata(request);
        long length = number(request, LENGTH).orElseThrow(TusRefusal::noLength);
        ObjectPath target =
                new ObjectPath(metadata.getOrDefault("bucketName", ""), metadata.getOrDefault("objectName", ""));
        Bucket bucket = buckets.get(target.bucket());
        ObjectKeys.check(target.bucket(), target.key());
        if (length > bucket.sizeLimit(largestObject)) {
            throw TusRefusal.tooLarge();
        }
        String mimeType = metadata.getOrDefault("contentType", UNTYPED);
        bucket.checkMimeType(mimeType);
        caller.checkWrite();
        boolean overwrite = request.flag("x-upsert");
        if (!overwrite && objects.find(target.bucket(), target.key()).isPresent()) {
            throw StorageException.duplicateObject();
        }
        String cacheControl = Optional.ofNullable(metadata.get("cacheControl"))
                .map(seconds -> "max-age=" + seconds)
                .orElse("no-cache");
        String name = uploads.begin(target, length, new ContentHeaders(mimeType, cacheControl), overwrite);
        if (request.header("Content-Type").filter(PIECE::equals).isPresent()) {
            append(request, uploads.get(name), 0);
        }
        request.setHeader("Location", request.absolute(ROOT + "/" + name));
        request.reply(201, "text/plain;charset=UTF-8", new byte[0]);
    }

    private void append(StorageRequest request, TusUpload upload, long offset)
            throws IOException, StorageException, TusRefusal {
        if (request.header("Content-Type").filter(PIECE::equals).isEmpty()) {
            throw TusRefusal.noContentType();
        }
        long size = request.contentLength().orElse(0);
        uploads.append(upload, offset, size, request.body());
        request.setHeader(OFFSET, Long.toString(upload.offset()));
        if (upload.isComplete()) {
            request.setHeader("Tus-Complete", "1");
        }
    }

    private static long offset(StorageRequest request) throws TusRefusal {
        return number(request, OFFSET).orElseThrow(TusRefusal::noOffset);
    }

    private static OptionalLong number(StorageRequest request, String header) {
        return request.header(header)
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** {@code name base64, name base64, …}; a name may stand alone. */
    private static Map<String, String> metadata(StorageRequest request) throws TusRefusal {
        String header = request.header("Upload-Metadata").orElseThrow(TusRefusal::noMetadata);
        Map<String, String> metadata = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            try {
                byte[] value = Base64.getDecoder().decode(parts.length == 2 ? parts[1] : "");
                metadata.put(parts[0], new String(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw TusRefusal.noMetadata();
            }
        }
        return metadata;
    }

    private static void refuse(StorageRequest request, TusRefusal refusal) throws IOException {
        request.reply(
                refusal.status(),
                "text/plain;charset=UTF-8",
                String.valueOf(refusal.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
}
