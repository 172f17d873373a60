package pro.reelsai.local.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Sends objects: whole, in part, or only their headers. */
final class ObjectReader {
    private static final int BUFFER = 64 * 1024;

    private final ObjectStore objects;

    ObjectReader(ObjectStore objects) {
        this.objects = objects;
    }

    /** Sends an object with its own cache control. */
    void send(StorageRequest request, ObjectRecord object) throws IOException, StorageException {
        send(request, object, "Cache-Control", object.cacheControl());
    }

    /** Sends an object to whoever holds a signed URL. */
    void sendSigned(StorageRequest request, ObjectRecord object, Instant expires) throws IOException, StorageException {
        send(request, object, "Expires", Timestamps.http(expires));
    }

    private void send(StorageRequest request, ObjectRecord found, String cacheHeader, String cacheValue)
            throws IOException, StorageException {
        try (OpenObject open = objects.open(found)) {
            ObjectRecord object = open.object();
            Optional<String> rangeHeader = request.header("Range");
            ByteRange range = rangeHeader.isPresent()
                    ? ByteRange.parse(rangeHeader.get(), object.size())
                    : new ByteRange(0, object.size() - 1);
            request.setHeader("Accept-Ranges", "bytes");
            request.setHeader("Content-Type", object.mimeType());
            request.setHeader("ETag", object.etag());
            request.setHeader("X-Robots-Tag", "none");
            request.setHeader("Last-Modified", Timestamps.http(object.modifiedAt()));
            request.setHeader(cacheHeader, cacheValue);
            request.query("download").ifPresent(name -> request.setHeader("Content-Disposition", attachment(name)));
            if (notModified(request, object)) {
                request.replyEmpty(304, 0);
                return;
            }
            int status = rangeHeader.isPresent() ? 206 : 200;
            if (status == 206) {
                request.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + object.size());
            }
            if (request.isHead() || range.length() == 0) {
                request.replyEmpty(status, range.length());
                return;
            }
            try (OutputStream out = request.replyStream(status, range.length())) {
                copy(open.bytes(), range, out);
            }
        }
    }

    private static boolean notModified(StorageRequest request, ObjectRecord object) {
        Optional<String> ifNoneMatch = request.header("If-None-Match");
        if (ifNoneMatch.isPresent()) {
            return ifNoneMatch.get().contains(object.etag());
        }
        return request.header("If-Modified-Since")
                .flatMap(Timestamps::parseHttp)
                .map(date -> !Timestamps.changedAfter(object.modifiedAt(), date))
                .orElse(false);
    }

    private static String attachment(String name) {
        if (name.isEmpty()) {
            return "attachment;";
        }
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=" + encoded + "; filename*=UTF-8''" + encoded;
    }

    private static void copy(FileChannel from, ByteRange range, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long position = range.first();
        while (position <= range.last()) {
            int wanted = (int) Math.min(BUFFER, range.last() - position + 1);
            int read = from.read(ByteBuffer.wrap(buffer, 0, wanted), position);
            if (read < 0) {
                throw new IOException("An object's file is shorter than its record says");
            }
            to.write(buffer, 0, read);
            position += read;
        }
    }
}
