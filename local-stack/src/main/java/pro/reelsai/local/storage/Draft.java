package pro.reelsai.local.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes that have arrived but are not an object yet. Closing deletes them, unless they were moved into their place.
 *
 * @param file where they are
 * @param size in bytes
 * @param etag their quoted MD5
 */
record Draft(Path file, long size, String etag) implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    /**
     * Receives a stream to its end.
     *
     * @param directory where the draft is written
     * @param body the bytes
     * @param limit the most bytes to take
     * @throws StorageException if there are more
     * @throws IOException if the sender or the disk fails
     */
    static Draft receive(Path directory, InputStream body, long limit) throws IOException, StorageException {
        Path file = Files.createTempFile(directory, "upload", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            MessageDigest md5 = md5();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw StorageException.tooLarge();
                }
                md5.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
            return new Draft(file, size, '"' + HexFormat.of().formatHex(md5.digest()) + '"');
        } catch (IOException | StorageException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Bytes that have arrived piece by piece.
     *
     * @param file where they are, on the disk already
     */
    static Draft of(Path file) throws IOException {
        MessageDigest md5 = md5();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), md5)) {
            long size = bytes.transferTo(OutputStream.nullOutputStream());
            return new Draft(file, size, '"' + HexFormat.of().formatHex(md5.digest()) + '"');
        }
    }

    /** A second name for the bytes of an object; they are never written again, so no copy is needed. */
    static Draft sameBytes(Path directory, Path original, ObjectRecord object) throws IOException {
        Path file = Files.createTempFile(directory, "copy", ".tmp");
        Files.delete(file);
        Files.createLink(file, original);
        return new Draft(file, object.size(), object.etag());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
