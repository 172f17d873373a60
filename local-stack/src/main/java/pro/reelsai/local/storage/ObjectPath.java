package pro.reelsai.local.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bucket and a key, as they stand in a path.
 *
 * @param bucket the bucket's id
 * @param key the object's key; may be empty
 */
record ObjectPath(String bucket, String key) {
    /** Reads {@code bucket/key}, still encoded. */
    static ObjectPath parse(String encoded) {
        int slash = encoded.indexOf('/');
        return slash < 0
                ? new ObjectPath(StorageRequest.decode(encoded), "")
                : new ObjectPath(
                        StorageRequest.decode(encoded.substring(0, slash)),
                        StorageRequest.decode(encoded.substring(slash + 1)));
    }

    /** {@code bucket/key}, as it stands in a token. */
    String plain() {
        return bucket + "/" + key;
    }

    /** {@code bucket/key}, fit for a URL. */
    String encoded() {
        return Stream.of(plain().split("/", -1))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
