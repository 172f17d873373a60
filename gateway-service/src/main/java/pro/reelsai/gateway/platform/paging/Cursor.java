package pro.reelsai.gateway.platform.paging;

import jakarta.ws.rs.BadRequestException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/**
 * A place in a list that is sorted from new to old: just behind a row. It stays right whatever is added or removed in
 * front of it, which a page's number would not.
 *
 * @param createdAt of that row, in whole microseconds
 * @param id of that row, which tells rows of the same moment apart
 */
public record Cursor(Instant createdAt, UUID id) {
    private static final int BYTES = 3 * Long.BYTES;

    /**
     * Reads a query parameter; the REST layer calls this.
     *
     * @throws BadRequestException if the text is none that an earlier page gave
     */
    public static Cursor fromString(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                throw unreadable();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            Instant createdAt = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
            return new Cursor(createdAt, new UUID(buffer.getLong(), buffer.getLong()));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw unreadable();
        }
    }

    /** The cursor as a caller sees it. */
    public String text() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    private static BadRequestException unreadable() {
        // As a cause: of any other exception than its own the REST layer makes a 404.
        return new BadRequestException(
                ApiProblem.badRequest("Ask for further pages with the address that came in Link"));
    }
}
