package pro.reelsai.local.demo;

/** The API has answered with a problem (RFC 9457). */
public final class ApiException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * @param status the HTTP status
     * @param detail what went wrong, for people
     */
    public ApiException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
