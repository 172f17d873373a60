package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the objects' files are. Keys may look alike to a file system ({@code a}, {@code a/}, {@code a//b}), so a file is
 * named by the hash of bucket and key; the sidecar holds the key in clear.
 */
final class ObjectFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIDECAR = ".json";

    private final Path objects;
    private final Path drafts;

    ObjectFiles(Path objects, Path drafts) throws IOException {
        this.objects = Files.createDirectories(objects);
        this.drafts = Files.createDirectories(drafts);
    }

    Path drafts() {
        return drafts;
    }

    Path sidecar(String bucket, String key) throws IOException {
        String name = hash(bucket + "/" + key);
        return Files.createDirectories(objects.resolve(name.substring(0, 2))).resolve(name + SIDECAR);
    }

    Path bytes(ObjectRecord object) {
        String name = hash(object.bucket() + "/" + object.key());
        return objects.resolve(name.substring(0, 2)).resolve(name + "." + object.version());
    }

    /** Every object there is; deletes drafts, and versions that no sidecar names. */
    List<ObjectRecord> recover() throws IOException {
        deleteAll(drafts);
        List<ObjectRecord> found = new ArrayList<>();
        Set<Path> versions = new HashSet<>();
        Set<Path> current = new HashSet<>();
        try (Stream<Path> files = Files.walk(objects)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(SIDECAR)) {
                    ObjectRecord object = JSON.readValue(file.toFile(), ObjectRecord.class);
                    found.add(object);
                    current.add(bytes(object));
                } else {
                    versions.add(file);
                }
            }
        }
        versions.removeAll(current);
        for (Path leftover : versions) {
            Files.delete(leftover);
        }
        return found;
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
