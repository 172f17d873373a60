package pro.reelsai.runtime.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;

/**
 * The right to put one object into the bucket without a key of one's own.
 *
 * @param url where to {@code PUT} the bytes; holds the token
 * @param token what the storage server knows the right by; a secret until it is used
 * @param expiresAt until when the upload has to begin
 */
public record UploadPermit(URI url, String token, Instant expiresAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The server does not say when its token expires, but the token does: it is a JWT with the claim {@code exp}. */
    static UploadPermit of(URI url, String token) {
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]));
            return new UploadPermit(
                    url, token, Instant.ofEpochSecond(claims.required("exp").asLong()));
        } catch (IOException | RuntimeException e) {
            throw new StorageException("Storage signed an upload with something that is not a JWT", e);
        }
    }

    /** Without the token, so that no log holds it. */
    @Override
    public String toString() {
        return "UploadPermit[expiresAt=" + expiresAt + "]";
    }
}
