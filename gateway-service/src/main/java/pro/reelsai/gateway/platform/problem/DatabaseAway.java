package pro.reelsai.gateway.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is not there from a statement that is wrong. */
public final class DatabaseAway {
    private static final Set<String> POOL_MESSAGES = Set.of("Timeout", "Pool closed");

    private DatabaseAway() {}

    /** Whether a failure has its cause in a database that cannot be reached or serve just now. */
    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg) {
                return isUnavailable(pg.getSqlState());
            }
            if (cause instanceof JsonProcessingException) {
                // An IOException, but of a row that cannot be read, however often.
                return false;
            }
            if (cause instanceof ClosedConnectionException || cause instanceof IOException || isPool(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Classes 08 (connection) and 53 (resources), 57P01 to 57P03 (shutting down, crashed, starting), 40001/40P01 (try again). */
    private static boolean isUnavailable(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P0")
                        || state.equals("40001")
                        || state.equals("40P01"));
    }

    /** The pool fails with bare messages: "Timeout" where no connection came free, "Pool closed" while we shut down. */
    private static boolean isPool(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof NoStackTraceThrowable && POOL_MESSAGES.contains(cause.getMessage());
    }
}
