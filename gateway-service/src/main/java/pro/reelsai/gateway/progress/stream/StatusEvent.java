package pro.reelsai.gateway.progress.stream;

import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.progress.StatusView;

/**
 * Something to send.
 *
 * @param revision which revision of the project the view is of
 * @param view the status; null for a mere sign of life
 */
record StatusEvent(long revision, @Nullable StatusView view) {
    static final StatusEvent ALIVE = new StatusEvent(-1, null);
}
