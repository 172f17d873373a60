package pro.reelsai.gateway.admin.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;

/**
 * A record that no consumer could process, and what can be told of it.
 *
 * @param topic the topic of dead letters it lies in
 * @param partition where there
 * @param offset where there
 * @param sourceTopic the topic it came from
 * @param sourcePartition where there; null where nobody noted it
 * @param sourceOffset where there; null where nobody noted it
 * @param key its bytes
 * @param value its bytes
 * @param headers its headers as text; what is no text is base64
 * @param reason why it is dead, in words
 * @param code why it is dead, as a stable name
 * @param runId the run it speaks of; null where that cannot be told
 * @param stage the stage it speaks of; null where that cannot be told
 * @param attempt the attempt it speaks of; null where that cannot be told
 * @param endsRun whether the run waits in vain now: a stage was asked to work and gave up on the request
 * @param diedAt when it was put aside
 */
record DeadLetter(
        String topic,
        int partition,
        long offset,
        String sourceTopic,
        @Nullable Integer sourcePartition,
        @Nullable Long sourceOffset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Map<String, String> headers,
        String reason,
        FailureCode code,
        @Nullable UUID runId,
        @Nullable Stage stage,
        @Nullable Integer attempt,
        boolean endsRun,
        Instant diedAt) {}
