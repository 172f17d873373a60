package pro.reelsai.e2e.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The wall clock of the services, which jumps when told to (libfaketime). What counts elapsed time is not touched, as
 * it is not by a real clock that is set.
 *
 * @param offset the file that libfaketime reads
 */
record FakeClock(Path offset) {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    static boolean isPossible() {
        return Files.exists(LIBRARY);
    }

    static FakeClock create() throws IOException {
        FakeClock clock = new FakeClock(Files.createTempFile("clock", ".offset"));
        clock.jump("+0s");
        return clock;
    }

    /** What the services have to be started with. */
    Map<String, String> settings() {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Debian's build repairs timed waits that are not broken here; with that the JVM waits by spinning.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** Sets the clock off by so much, such as {@code +20m} or {@code -20m}. */
    void jump(String by) throws IOException {
        Path draft = Files.writeString(offset.resolveSibling(offset.getFileName() + ".tmp"), by + "\n");
        Files.move(draft, offset, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
