package pro.reelsai.model;

import java.util.List;

/** The consumer groups of the stages, named once for whoever looks at them from outside. */
public final class ConsumerGroups {
    /** One for each of {@link Topics#RETRY_WAITS}. */
    private static final List<String> RETRIES = List.of("-retries-first", "-retries-second", "-retries-later");

    private ConsumerGroups() {}

    /** The group that reads a stage's requests. */
    public static String of(Stage stage) {
        return "reels-" + stage.wireName();
    }

    /** The groups that read {@link Topics#retries} of a stage's requests, in the same order. */
    public static List<String> ofRetries(Stage stage) {
        return RETRIES.stream().map(retry -> of(stage) + retry).toList();
    }
}
