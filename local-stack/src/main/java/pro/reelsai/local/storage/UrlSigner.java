package pro.reelsai.local.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import pro.reelsai.local.InvalidTokenException;
import pro.reelsai.local.JsonWebTokens;

/** The tokens inside signed URLs: each opens one object, either for reading or for writing. */
final class UrlSigner {
    private static final String URL = "url";
    private static final String UPSERT = "upsert";

    /** How long a signed upload stays open; the server's default. */
    private static final Duration UPLOAD_LIFETIME = Duration.ofHours(2);

    private final JsonWebTokens tokens;

    UrlSigner(JsonWebTokens tokens) {
        this.tokens = tokens;
    }

    String signRead(ObjectPath path, Duration lifetime) {
        return tokens.sign(Map.of(URL, path.plain()), lifetime);
    }

    String signUpload(ObjectPath path, boolean upsert) {
        return tokens.sign(Map.of(URL, path.plain(), "owner", "", UPSERT, upsert), UPLOAD_LIFETIME);
    }

    /**
     * When a token for reading expires.
     *
     * @throws StorageException if it does not open this object for reading
     */
    Instant checkRead(ObjectPath path, String token) throws StorageException {
        JwtClaims claims = claims(path, token);
        if (claims.hasClaim(UPSERT)) {
            throw StorageException.invalidSignature("Invalid signature");
        }
        try {
            return Instant.ofEpochSecond(claims.getExpirationTime().getValue());
        } catch (MalformedClaimException e) {
            throw StorageException.invalidSignature("Invalid signature");
        }
    }

    /**
     * Whether a token for an upload allows to overwrite.
     *
     * @throws StorageException if it does not open this key for writing
     */
    boolean checkUpload(ObjectPath path, String token) throws StorageException {
        JwtClaims claims = claims(path, token);
        if (!claims.hasClaim(UPSERT)) {
            throw StorageException.invalidSignature("Token is not scoped for upload");
        }
        return Boolean.TRUE.equals(claims.getClaimValue(UPSERT));
    }

    private JwtClaims claims(ObjectPath path, String token) throws StorageException {
        JwtClaims claims;
        try {
            claims = tokens.verify(token);
        } catch (InvalidTokenException e) {
            throw StorageException.invalidJwt(e.getMessage());
        }
        if (!path.plain().equals(claims.getClaimValue(URL)) || !claims.hasClaim("exp")) {
            throw StorageException.invalidSignature("Invalid signature");
        }
        return claims;
    }
}
