package pro.reelsai.gateway.platform.paging;

import jakarta.ws.rs.BadRequestException;
import java.util.regex.Pattern;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/**
 * How many items of a list a caller wants at once.
 *
 * @param value 1 to 100
 */
public record Limit(int value) {
    /** What is given to whoever does not say, as a query parameter's default. */
    public static final String DEFAULT = "50";

    /** The most that anybody gets at once. */
    public static final int MOST = 100;

    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Reads a query parameter; the REST layer calls this.
     *
     * @throws BadRequestException if the text is no number from 1 to 100
     */
    public static Limit fromString(String text) {
        int value = SHORT_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (value < 1 || value > MOST) {
            // As a cause: of any other exception than its own the REST layer makes a 404.
            throw new BadRequestException(ApiProblem.badRequest("limit is a number from 1 to " + MOST));
        }
        return new Limit(value);
    }
}
