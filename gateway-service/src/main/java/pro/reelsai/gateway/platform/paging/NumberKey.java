package pro.reelsai.gateway.platform.paging;

import jakarta.ws.rs.BadRequestException;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/**
 * Where a page begins, in a list whose items are numbered upwards and shown newest first.
 *
 * @param value the number of the last item of the page before
 */
public record NumberKey(long value) {
    /** Where the first page begins, as a query parameter's default. */
    public static final String NEWEST = "9223372036854775807";

    /**
     * Reads a query parameter; the REST layer calls this.
     *
     * @throws BadRequestException if the text is none that an earlier page gave
     */
    public static NumberKey fromString(String text) {
        try {
            return new NumberKey(Long.parseLong(text));
        } catch (NumberFormatException e) {
            // As a cause: of any other exception than its own the REST layer makes a 404.
            throw new BadRequestException(
                    ApiProblem.badRequest("Ask for further pages with the address that came in Link"));
        }
    }
}
