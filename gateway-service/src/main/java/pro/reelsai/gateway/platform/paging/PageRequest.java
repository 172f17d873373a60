package pro.reelsai.gateway.platform.paging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit the most items; {@link #ALL} for all of them
 * @param after behind which item it begins; null for the beginning
 */
public record PageRequest(int limit, @Nullable Cursor after) {
    /** The limit of a list that is not cut into pages. */
    public static final int ALL = Integer.MAX_VALUE;

    /** What the parameters of a request mean; without any, the whole list. */
    public static PageRequest of(@Nullable Limit limit, @Nullable Cursor cursor) {
        if (limit != null) {
            return new PageRequest(limit.value(), cursor);
        }
        return new PageRequest(cursor == null ? ALL : Integer.parseInt(Limit.DEFAULT), cursor);
    }

    /** How many items to read: one more than asked for tells whether there are further ones. */
    public int rows() {
        return limit == ALL ? ALL : limit + 1;
    }

    /** The item behind which the page begins. */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(after);
    }
}
