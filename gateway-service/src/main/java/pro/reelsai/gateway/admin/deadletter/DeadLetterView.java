package pro.reelsai.gateway.admin.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as operators see it.
 *
 * @param id the dead letter
 * @param topic the topic it came from
 * @param partition where it lay there
 * @param offset where it lay there
 * @param runId the run it speaks of
 * @param stage the stage it speaks of, such as {@code voice}
 * @param attempt the attempt it speaks of
 * @param code why it is dead, as a stable name
 * @param reason why it is dead, in words
 * @param key its key; {@code base64:…} where the bytes are no text
 * @param value its value; {@code base64:…} where the bytes are no text
 * @param headers its headers; {@code base64:…} where the bytes are no text
 * @param diedAt when it was put aside
 * @param retriedAt when it was tried again
 * @param retriedAttempt in which attempt of the run that was
 */
@Schema(name = "OperatorsDeadLetter")
public record DeadLetterView(
        long id,
        String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable UUID runId,
        @Nullable String stage,
        @Nullable Integer attempt,
        String code,
        String reason,
        @Nullable String key,
        @Nullable String value,
        Map<String, String> headers,
        Instant diedAt,
        @Nullable Instant retriedAt,
        @Nullable Integer retriedAttempt) {
    static DeadLetterView of(DeadLetterEntity letter) {
        return new DeadLetterView(
                letter.id,
                letter.sourceTopic,
                letter.sourcePartition,
                letter.sourceOffset,
                letter.runId,
                letter.stage == null ? null : letter.stage.wireName(),
                letter.attempt,
                letter.code.name(),
                letter.reason,
                letter.key == null ? null : Bytes.show(letter.key),
                letter.value == null ? null : Bytes.show(letter.value),
                letter.headers,
                letter.diedAt,
                letter.retriedAt,
                letter.retriedAttempt);
    }
}
