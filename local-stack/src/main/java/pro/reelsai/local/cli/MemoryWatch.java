package pro.reelsai.local.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pro.reelsai.local.stack.PartStatus;
import pro.reelsai.local.stack.ResidentMemory;

/** Looks at the memory of the parts again and again, from a thread of its own. */
final class MemoryWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final List<PartStatus> parts;
    private final Map<String, Long> idle = new LinkedHashMap<>();
    private final Map<String, Long> peak = new ConcurrentHashMap<>();
    private final Map<String, Long> childrenPeak = new ConcurrentHashMap<>();
    private final Thread thread;

    private MemoryWatch(List<PartStatus> parts) {
        this.parts = parts;
        this.thread = Thread.ofVirtual().unstarted(this::watch);
    }

    /** Takes what the parts hold now for idle, and watches them from now on. */
    static MemoryWatch start(List<PartStatus> parts) {
        MemoryWatch watch = new MemoryWatch(parts);
        for (PartStatus part : parts) {
            watch.idle.put(part.name(), part.pid() == null ? 0 : ResidentMemory.mebibytes(part.pid()));
        }
        watch.thread.start();
        return watch;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            for (PartStatus part : parts) {
                if (part.pid() != null) {
                    peak.merge(part.name(), ResidentMemory.mebibytes(part.pid()), Math::max);
                    childrenPeak.merge(part.name(), ResidentMemory.mebibytesOfChildren(part.pid()), Math::max);
                }
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What every part has held so far. */
    List<MemoryUse> use() {
        List<MemoryUse> use = new ArrayList<>();
        idle.forEach((part, mebibytes) -> use.add(new MemoryUse(
                part, mebibytes, peak.getOrDefault(part, mebibytes), childrenPeak.getOrDefault(part, 0L))));
        return use;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /**
     * The resident memory of a part in MiB.
     *
     * @param part its name
     * @param idle before the work
     * @param peak the most during the work
     * @param childrenPeak the most that its children held at once, such as FFmpeg
     */
    record MemoryUse(String part, long idle, long peak, long childrenPeak) {}
}
