package pro.reelsai.local.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The uploads that come in pieces. What has arrived of a piece when its sender breaks off is kept. Uploads do not outlive
 * the server; a client begins anew, as it has to after a day.
 */
final class TusUploads {
    /** The only size of a piece that is not the last one: Supabase's guide asks for exactly 6 MiB. */
    static final long CHUNK = 6L << 20;

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final int BUFFER = 64 * 1024;

    private final Map<String, TusUpload> uploads = new ConcurrentHashMap<>();
    private final ObjectStore objects;
    private final Path directory;
    private final AtomicLong received = new AtomicLong();
    private volatile Clock clock = Clock.systemUTC();

    TusUploads(ObjectStore objects, Path directory) throws IOException {
        this.objects = objects;
        this.directory = Files.createDirectories(directory);
        try (Stream<Path> leftovers = Files.list(directory)) {
            for (Path leftover : leftovers.toList()) {
                Files.delete(leftover);
            }
        }
    }

    /** Lets all uploads that have begun be a day older than they are. */
    void age() {
        clock = Clock.offset(clock, LIFETIME);
    }

    /** How many bytes have come, of all pieces ever. */
    long received() {
        return received.get();
    }

    /** Begins an upload and names it. */
    String begin(ObjectPath target, long length, ContentHeaders headers, boolean overwrite) throws IOException {
        UUID id = UUID.randomUUID();
        Path file = Files.createFile(directory.resolve(id.toString()));
        Instant expires = clock.instant().plus(LIFETIME);
        String name = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((target.plain() + "/" + id).getBytes(StandardCharsets.UTF_8));
        uploads.put(name, new TusUpload(target, length, headers, overwrite, file, expires));
        return name;
    }

    /**
     * @throws TusRefusal if there is no such upload, or none any more
     */
    TusUpload get(String name) throws TusRefusal {
        TusUpload upload = uploads.get(name);
        if (upload == null) {
            throw TusRefusal.unknown();
        }
        if (!upload.isComplete() && !clock.instant().isBefore(upload.expires())) {
            throw TusRefusal.expired();
        }
        return upload;
    }

    /** Forgets an upload and what has come of it. */
    void end(String name) throws TusRefusal, IOException {
        TusUpload upload = get(name);
        uploads.remove(name);
        Files.deleteIfExists(upload.file());
    }

    /**
     * Takes a piece; with the last one the object is there.
     *
     * @param offset where the sender believes it to begin
     * @param size how many bytes were announced
     * @throws TusRefusal if the piece does not fit, or somebody else is sending one
     * @throws StorageException if the key was taken meanwhile
     * @throws IOException if the sender breaks off
     */
    void append(TusUpload upload, long offset, long size, InputStream body)
            throws TusRefusal, StorageException, IOException {
        if (!upload.lock().tryLock()) {
            throw TusRefusal.wrongOffset();
        }
        try {
            if (offset != upload.offset()) {
                throw TusRefusal.wrongOffset();
            }
            long left = upload.length() - offset;
            if (size > left) {
                throw TusRefusal.moreThanAnnounced();
            }
            if (size != CHUNK && size != left) {
                throw TusRefusal.wrongPiece(size);
            }
            receive(upload, body);
            if (upload.offset() != offset + size) {
                throw new IOException("The sender broke off at byte " + upload.offset());
            }
            if (upload.isComplete()) {
                finish(upload);
            }
        } finally {
            upload.lock().unlock();
        }
    }

    private void receive(TusUpload upload, InputStream body) throws IOException {
        try (FileChannel channel = FileChannel.open(upload.file(), StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes, upload.offset() + bytes.position());
                }
                upload.grow(read);
                received.addAndGet(read);
            }
            channel.force(true);
        }
    }

    private void finish(TusUpload upload) throws StorageException, IOException {
        ObjectPath target = upload.target();
        try (Draft draft = Draft.of(upload.file())) {
            objects.put(target.bucket(), target.key(), draft, upload.headers(), upload.mayOverwrite());
        }
    }
}
