package pro.reelsai.runtime.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Reads what a process writes to its standard error, so that it never blocks, and keeps the end of it. */
final class StderrTail {
    private static final int KEPT_CHARACTERS = 64 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    StderrTail(InputStream stderr) {
        Thread.ofVirtual().name("ffmpeg-stderr").start(() -> drain(stderr));
    }

    private void drain(InputStream stderr) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stderr, StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                append(line);
            }
        } catch (IOException e) {
            append("(stderr ended: " + e.getMessage() + ")"); // the process was killed while it was writing
        } finally {
            ended.complete(null);
        }
    }

    private synchronized void append(String line) {
        text.append(line).append('\n');
        if (text.length() > KEPT_CHARACTERS) {
            text.delete(0, text.length() - KEPT_CHARACTERS);
        }
    }

    /** The end of what was written, complete once the process has ended. */
    String text() {
        ended.join();
        synchronized (this) {
            return text.toString();
        }
    }

    /** The last line that was written, as a rule what went wrong. */
    String lastLine() {
        String stripped = text().strip();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }
}
