package pro.reelsai.local.storage;

import org.jose4j.jwt.JwtClaims;
import pro.reelsai.local.InvalidTokenException;
import pro.reelsai.local.JsonWebTokens;

/** Finds out who calls. There are no policies here, so only the service role may see or change an object. */
final class Callers {
    private static final String BEARER = "Bearer ";

    private final JsonWebTokens tokens;

    Callers(JsonWebTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The caller of a route that asks for a token.
     *
     * @throws StorageException if there is none or it proves nothing
     */
    Caller require(StorageRequest request) throws StorageException {
        String header = request.header("Authorization")
                .orElseThrow(
                        () -> StorageException.invalidRequest("headers must have required property 'authorization'"));
        try {
            return caller(header);
        } catch (InvalidTokenException e) {
            throw StorageException.unauthorized(e.getMessage());
        }
    }

    /**
     * The caller of a resumable upload, where no token is as bad as a broken one.
     *
     * @throws StorageException if there is no good token
     */
    Caller requireForUpload(StorageRequest request) throws StorageException {
        try {
            return caller(request.header("Authorization").orElse(""));
        } catch (InvalidTokenException e) {
            throw StorageException.unauthorized(e.getMessage());
        }
    }

    /**
     * The caller of a plain read, which takes a bad token for none; and without one there is no bucket to be seen.
     *
     * @throws StorageException if there is no good token
     */
    Caller requireToSeeBuckets(StorageRequest request) throws StorageException {
        try {
            return caller(request.header("Authorization").orElseThrow(StorageException::noSuchBucket));
        } catch (InvalidTokenException e) {
            throw StorageException.noSuchBucket();
        }
    }

    private Caller caller(String header) throws InvalidTokenException {
        String token = header.startsWith(BEARER) ? header.substring(BEARER.length()) : header;
        JwtClaims claims = tokens.verify(token.strip());
        return "service_role".equals(claims.getClaimValue("role")) ? Caller.SERVICE : Caller.RESTRICTED;
    }

    /** Who calls, as far as it matters here. */
    enum Caller {
        /** Passes every policy. */
        SERVICE,
        /** Anonymous or a signed-in user; no policy lets them in. */
        RESTRICTED;

        /**
         * @throws StorageException if the caller may not write
         */
        void checkWrite() throws StorageException {
            if (this != SERVICE) {
                throw StorageException.rowLevelSecurity();
            }
        }

        /**
         * @throws StorageException if the caller may not delete
         */
        void checkDelete() throws StorageException {
            if (this != SERVICE) {
                throw StorageException.unauthorized("Access denied");
            }
        }

        /**
         * @throws StorageException if the caller may not read; it says that there is nothing
         */
        void checkRead() throws StorageException {
            if (this != SERVICE) {
                throw StorageException.noSuchKey();
            }
        }
    }
}
