package pro.reelsai.local.storage;

/**
 * An answer other than success, in the shape of Supabase Storage: the true status is a string in the body, and nearly
 * every client error travels as HTTP 400 (recorded from storage-api 1.70.6).
 */
final class StorageException extends Exception {
    private static final long serialVersionUID = 1;

    private final int httpStatus;
    private final String statusCode;
    private final String error;
    private final String code;

    private StorageException(int httpStatus, String statusCode, String error, String message, String code) {
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.statusCode = statusCode;
        this.error = error;
        this.code = code;
    }

    private static StorageException of(String statusCode, String error, String message, String code) {
        return new StorageException(400, statusCode, error, message, code);
    }

    static StorageException noSuchKey() {
        return of("404", "not_found", "Object not found", "NoSuchKey");
    }

    static StorageException noSuchBucket() {
        return of("404", "Bucket not found", "Bucket not found", "NoSuchBucket");
    }

    static StorageException duplicateObject() {
        return of("409", "Duplicate", "The resource already exists", "KeyAlreadyExists");
    }

    static StorageException duplicateMoveTarget() {
        return of("409", "Duplicate", "The resource already exists", "ResourceAlreadyExists");
    }

    static StorageException duplicateBucket() {
        return of("409", "Duplicate", "The resource already exists", "BucketAlreadyExists");
    }

    static StorageException bucketNotEmpty() {
        return of("409", "ResourceNotEmpty", "The bucket you tried to delete is not empty", "ResourceNotEmpty");
    }

    static StorageException badBucketName() {
        return of("400", "Invalid Input", "Bucket name invalid", "InvalidBucketName");
    }

    static StorageException tooLarge() {
        return of("413", "Payload too large", "The object exceeded the maximum allowed size", "EntityTooLarge");
    }

    static StorageException mimeNotAllowed(String mimeType) {
        return of("415", "invalid_mime_type", "mime type " + mimeType + " is not supported", "InvalidMimeType");
    }

    static StorageException invalidKey(String message) {
        return of("400", "InvalidKey", "Invalid key: " + message, "InvalidKey");
    }

    static StorageException invalidRequest(String message) {
        return of("400", "Error", message, "InvalidRequest");
    }

    static StorageException invalidJson() {
        return of(
                "400",
                "FastifyError",
                "Body is not valid JSON but content-type is set to 'application/json'",
                "InvalidRequest");
    }

    static StorageException emptyJson() {
        return of(
                "400",
                "FastifyError",
                "Body cannot be empty when content-type is set to 'application/json'",
                "InvalidRequest");
    }

    static StorageException unauthorized(String message) {
        return of("403", "Unauthorized", message, "AccessDenied");
    }

    static StorageException rowLevelSecurity() {
        return unauthorized("new row violates row-level security policy");
    }

    static StorageException invalidJwt(String message) {
        return of("400", "InvalidJWT", message, "InvalidJWT");
    }

    static StorageException invalidSignature(String message) {
        return of("400", "InvalidSignature", message, "InvalidSignature");
    }

    static StorageException invalidRange() {
        return new StorageException(416, "416", "invalid_range", "invalid range provided", "InvalidRange");
    }

    static StorageException internal() {
        return new StorageException(500, "500", "Internal", "Internal Server Error", "InternalError");
    }

    int httpStatus() {
        return httpStatus;
    }

    ErrorBody body() {
        return new ErrorBody(statusCode, error, getMessage(), code);
    }

    /**
     * The body of an error.
     *
     * @param statusCode the true status
     * @param error a kind, in no fixed style
     * @param message for people
     * @param code for programs
     */
    record ErrorBody(String statusCode, String error, String message, String code) {}
}
