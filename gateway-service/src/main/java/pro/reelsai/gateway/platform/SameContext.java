package pro.reelsai.gateway.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Keeps reactive work where its database session lives. A session belongs to one Vert.x context; storage, timers and
 * retries answer on whatever thread they like.
 */
public final class SameContext {
    private SameContext() {}

    /** The same work, whose result arrives on the context of the caller. */
    public static <T> Uni<T> afterwards(Uni<T> elsewhere) {
        return elsewhere.emitOn(executor());
    }

    /** The same work, which begins on the context of the caller however often it is begun again. */
    public static <T> Uni<T> always(Uni<T> work) {
        Executor here = executor();
        return work.runSubscriptionOn(here);
    }

    /** Runs tasks on the context of the caller, whenever they come. */
    public static Executor executor() {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("This work has to begin on a Vert.x context");
        }
        return task -> context.runOnContext(nothing -> task.run());
    }
}
