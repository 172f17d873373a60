package pro.reelsai.local.vendor;

import java.util.Map;

/** A vendor's answer to a request that it does not serve. */
public final class VendorRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;
    private final transient Object body;

    /**
     * @param status the HTTP status
     * @param headers further headers, such as {@code Retry-After}
     * @param body becomes the JSON of the answer
     */
    public VendorRefusal(int status, Map<String, String> headers, Object body) {
        super("HTTP " + status);
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Object body() {
        return body;
    }
}
