package pro.reelsai.stage.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What every provider has made once, and delivers again and again: 64 kB that are as hard to compress as media are. */
public final class Recording {
    /** How long it plays, in seconds. */
    public static final double SECONDS = 4;

    private static final byte[] CONTENT = new byte[64 * 1024];

    static {
        new Random(CONTENT.length).nextBytes(CONTENT);
    }

    private Recording() {}

    /** Writes it to a file, in the place of the one that may be there. */
    public static Path deliver(Path file) throws IOException {
        return Files.write(file, CONTENT);
    }
}
