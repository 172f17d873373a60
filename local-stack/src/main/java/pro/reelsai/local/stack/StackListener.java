package pro.reelsai.local.stack;

import java.time.Duration;

/** Is told how a start gets on. */
public interface StackListener {
    /** Is told nothing. */
    StackListener SILENT = new StackListener() {
        @Override
        public void started(String part) {}

        @Override
        public void ready(String part, Duration after) {}
    };

    /** A part's process was started. */
    void started(String part);

    /** A part serves. */
    void ready(String part, Duration after);
}
