package pro.reelsai.gateway.admin.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;

/** Makes out what a dead letter speaks of, whatever its bytes are. Never fails: there is nowhere left to put it aside. */
@ApplicationScoped
class DeadLetterReader {
    /** Set by the gateway for what itself cannot project; a stage may be at work on the same record. */
    static final String CONSUMER = "dead-letter-consumer";

    private static final String SUFFIX = Topics.deadLetters("");
    /** Set by the connector for what failed in a channel, which is the gateway's own as well. */
    private static final String CONNECTOR = "dead-letter-exception-class-name";

    private static final Pattern EVENT_ID =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([a-z]+):([1-9][0-9]{0,8}):.*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String WHY = "This part of your ad could not be made, however often it was tried";
    private static final int LONGEST_REASON = 1000;

    private final EventCodec codec;

    DeadLetterReader(EventCodec codec) {
        this.codec = codec;
    }

    DeadLetter read(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        Map<String, String> headers = headers(record);
        String source = headers.getOrDefault("dead-letter-topic", withoutSuffix(record.topic()));
        Optional<ReelsEvent> event = decode(source, record.value());
        Optional<Address> address = event.map(e -> new Address(e.runId(), e.stage(), e.attempt()))
                .or(() -> address(headers.get(EncodedEvent.ID_HEADER)));
        Optional<Stage> asked = asked(source);
        return new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                source,
                number(headers.get("dead-letter-partition")).map(Long::intValue).orElse(null),
                number(headers.get("dead-letter-offset")).orElse(null),
                record.key(),
                record.value(),
                headers,
                reason(headers),
                code(headers.get("dead-letter-code"))
                        .orElseGet(
                                () -> event.isEmpty() ? FailureCode.EVENT_UNREADABLE : byDefault(asked.orElse(null))),
                address.map(Address::runId).orElseGet(() -> id(record.key())),
                address.map(Address::stage).or(() -> asked).orElse(null),
                address.map(Address::attempt).orElse(null),
                asked.isPresent()
                        && address.isPresent()
                        && !headers.containsKey(CONSUMER)
                        && !headers.containsKey(CONNECTOR),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> {
            if (header.value() != null && header.key().indexOf('\0') < 0) {
                headers.put(header.key(), Bytes.show(header.value()));
            }
        });
        return headers;
    }

    private Optional<ReelsEvent> decode(String topic, byte @Nullable [] value) {
        Optional<String> text = Bytes.text(value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.decode(topic, text.get()));
        } catch (EventUnreadableException e) {
            // Poison is what this place is for; the reason it came with is kept.
            return Optional.empty();
        }
    }

    private static Optional<Address> address(@Nullable String eventId) {
        Matcher matcher = EVENT_ID.matcher(eventId == null ? "" : eventId);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.wireName().equals(matcher.group(2)))
                .findFirst()
                .map(stage ->
                        new Address(UUID.fromString(matcher.group(1)), stage, Integer.parseInt(matcher.group(3))));
    }

    private static Optional<Stage> asked(String topic) {
        return Arrays.stream(Stage.values())
                .filter(stage -> Topics.requested(stage).equals(topic))
                .findFirst();
    }

    private static String withoutSuffix(String topic) {
        return topic.endsWith(SUFFIX) ? topic.substring(0, topic.length() - SUFFIX.length()) : topic;
    }

    private static String reason(Map<String, String> headers) {
        String reason = headers.getOrDefault("dead-letter-reason", "");
        if (reason.isBlank()) {
            return WHY;
        }
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static Optional<FailureCode> code(@Nullable String name) {
        return Arrays.stream(FailureCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }

    /**
     * From lip-sync on there is no better name for it: whether a job existed makes the difference for the contract, and
     * after lip-sync it shows a fault of ours as failed post-processing.
     */
    private static FailureCode byDefault(@Nullable Stage stage) {
        return switch (stage) {
            case SCRIPT -> FailureCode.SCRIPT_UNAVAILABLE;
            case VOICE -> FailureCode.VOICE_UNAVAILABLE;
            case LIPSYNC, EDITING, CAPTION -> FailureCode.INTERNAL;
            case null -> FailureCode.INTERNAL;
        };
    }

    private static Optional<Long> number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static @Nullable UUID id(byte @Nullable [] key) {
        return Bytes.text(key)
                .map(text -> EVENT_ID.matcher(text + ":run:1:key"))
                .filter(Matcher::matches)
                .map(matcher -> UUID.fromString(matcher.group(1)))
                .orElse(null);
    }

    private record Address(UUID runId, Stage stage, int attempt) {}
}
