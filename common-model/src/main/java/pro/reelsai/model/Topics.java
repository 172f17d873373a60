package pro.reelsai.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Kafka topics, named once. The key of every record is the run's id, so the events of a run stay in order per topic. */
public final class Topics {
    public static final String SCRIPT_REQUESTED = "reels.script.requested.v1";
    public static final String SCRIPT_GENERATED = "reels.script.generated.v1";
    public static final String VOICE_REQUESTED = "reels.voice.requested.v1";
    public static final String LIPSYNC_REQUESTED = "reels.lipsync.requested.v1";
    public static final String LIPSYNC_CALLBACK = "reels.lipsync.callback.v1";
    public static final String EDITING_REQUESTED = "reels.editing.requested.v1";
    public static final String CAPTION_REQUESTED = "reels.caption.requested.v1";
    public static final String RUN_COMPLETED = "reels.run.completed.v1";
    public static final String RUN_FAILED = "reels.run.failed.v1";
    public static final String RUN_PROGRESS = "reels.run.progress.v1";
    public static final String RUN_CANCELLED = "reels.run.cancelled.v1";

    /** Partitions of every topic: the upper bound of a stage's replicas. */
    public static final int PARTITIONS = 12;

    /** How long Kafka keeps an event, in days; the reach of a replay. */
    public static final int RETENTION_DAYS = 14;

    /** The largest event in bytes; bytes of media live in the bucket. */
    public static final int MAX_EVENT_BYTES = 64 * 1024;

    /** How long a record waits before it is tried again, the first time, the second, and every further one. */
    public static final List<Duration> RETRY_WAITS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private static final String RETRY_MARK = "_";

    private Topics() {}

    /** The topic whose records ask a stage to work. */
    public static String requested(Stage stage) {
        return switch (stage) {
            case SCRIPT -> SCRIPT_REQUESTED;
            case VOICE -> VOICE_REQUESTED;
            case LIPSYNC -> LIPSYNC_REQUESTED;
            case EDITING -> EDITING_REQUESTED;
            case CAPTION -> CAPTION_REQUESTED;
        };
    }

    /** The topics whose records ask a stage to work, of all stages in their order. */
    public static List<String> requests() {
        return Stream.of(Stage.values()).map(Topics::requested).toList();
    }

    /** Where the records of a topic go that nobody can process. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }

    /**
     * Where the records of a topic wait before they are tried again: one topic for each wait, the shortest first, so that
     * whoever waits longer never stands in the way of whoever waits less. The name ends in the wait in milliseconds.
     */
    public static List<String> retries(String topic) {
        return RETRY_WAITS.stream()
                .map(wait -> topic + RETRY_MARK + wait.toMillis())
                .toList();
    }

    /** The topic to whose retries a topic belongs; any other topic is its own. */
    public static String withoutRetry(String topic) {
        int mark = topic.lastIndexOf(RETRY_MARK);
        boolean isRetry = mark > 0 && retries(topic.substring(0, mark)).contains(topic);
        return isRetry ? topic.substring(0, mark) : topic;
    }

    /** The topics that carry events, without those of the runtime. */
    public static List<String> events() {
        List<String> events = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            events.add(requested(stage));
            switch (stage) {
                case SCRIPT -> events.add(SCRIPT_GENERATED);
                case LIPSYNC -> events.add(LIPSYNC_CALLBACK);
                default -> {}
            }
        }
        events.addAll(List.of(RUN_COMPLETED, RUN_FAILED, RUN_PROGRESS, RUN_CANCELLED));
        return List.copyOf(events);
    }

    /** Every topic that has to exist before the suite starts. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(events());
        events().forEach(topic -> all.add(deadLetters(topic)));
        requests().forEach(topic -> all.addAll(retries(topic)));
        return List.copyOf(all);
    }
}
