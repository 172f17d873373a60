package pro.reelsai.model.event;

import java.util.UUID;
import pro.reelsai.model.Stage;

/**
 * An event of the pipeline. A stage ends in exactly one durable event: the next {@link StageRequested},
 * {@link ScriptGenerated}, {@link RunCompleted} or {@link RunFailed}.
 */
public sealed interface ReelsEvent
        permits StageRequested, ScriptGenerated, LipsyncCallback, RunCompleted, RunFailed, RunProgress, RunCancelled {
    /** The run; also the key of the Kafka record. */
    UUID runId();

    /** The project the run belongs to. */
    UUID projectId();

    /** The user who owns the project. */
    UUID userId();

    /** The stage the event speaks of. */
    Stage stage();

    /** Which attempt of the run, from 1; raised by a resume, never by a redelivery. */
    int attempt();

    /** What happened, in the last part of {@link #id()}. */
    String outcome();

    /** The topic the event belongs to. */
    String topic();

    /** {@code <runId>:<stage>:<attempt>:<outcome>}: the same happening has the same id however often it is sent. */
    default String id() {
        return "%s:%s:%d:%s".formatted(runId(), stage().wireName(), attempt(), outcome());
    }
}
