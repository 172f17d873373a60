package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import pro.reelsai.local.stack.StackListener;

/** Prints a line for every part that has become ready. */
final class StartReport implements StackListener {
    private final PrintWriter out;
    private boolean anyStarted;

    StartReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(String part) {
        if (!anyStarted) {
            out.println("Starting the suite:");
            out.flush();
            anyStarted = true;
        }
    }

    @Override
    public void ready(String part, Duration after) {
        if (anyStarted) {
            out.printf("  %-9s ready after %4.1f s%n", part, after.toMillis() / 1000.0);
            out.flush();
        }
    }
}
