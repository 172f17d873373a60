package pro.reelsai.local.storage;

/**
 * An answer of the resumable uploads other than success: unlike everywhere else the status is HTTP's own, and the body is
 * plain text.
 *
 * <p>Source: recorded from storage-api 1.70.6; what could not be recorded is as in {@code @tus/server}.
 */
final class TusRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    private TusRefusal(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /** What the storage refuses, in the manner of these routes. */
    static TusRefusal of(StorageException refusal) {
        return new TusRefusal(Integer.parseInt(refusal.body().statusCode()), refusal.getMessage());
    }

    static TusRefusal anotherProtocol() {
        return new TusRefusal(412, "Tus-Resumable Required\n");
    }

    static TusRefusal noMetadata() {
        return new TusRefusal(400, "Metadata header is required");
    }

    static TusRefusal noLength() {
        return new TusRefusal(400, "Upload-Length or Upload-Defer-Length header required\n");
    }

    static TusRefusal tooLarge() {
        return new TusRefusal(413, "Maximum size exceeded\n");
    }

    static TusRefusal moreThanAnnounced() {
        return new TusRefusal(413, "upload's size exceeded\n");
    }

    static TusRefusal wrongPiece(long size) {
        return new TusRefusal(400, "A chunk has to have " + TusUploads.CHUNK + " bytes, not " + size + "\n");
    }

    static TusRefusal noOffset() {
        return new TusRefusal(403, "Upload-Offset header required\n");
    }

    static TusRefusal noContentType() {
        return new TusRefusal(403, "Content-Type header required\n");
    }

    static TusRefusal wrongOffset() {
        return new TusRefusal(409, "Upload-Offset conflict\n");
    }

    static TusRefusal unknown() {
        return new TusRefusal(404, "The file for this url was not found\n");
    }

    static TusRefusal expired() {
        return new TusRefusal(410, "The file for this url no longer exists\n");
    }

    int status() {
        return status;
    }
}
