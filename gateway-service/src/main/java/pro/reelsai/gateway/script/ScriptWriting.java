package pro.reelsai.gateway.script;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.Runs;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.RunState;

/** Asks for a script and waits a little, since most are written before the user looks up. */
@ApplicationScoped
public class ScriptWriting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Runs runs;
    private final Duration patience;

    public ScriptWriting(Runs runs, GatewayConfig config) {
        this.runs = runs;
        this.patience = config.scriptWait();
    }

    /**
     * A script for a project, if it is written within the time a request may wait.
     *
     * @param hooks how many openings it should have, from 1
     */
    public Uni<Written> write(UUID user, UUID project, int hooks) {
        return runs.startScript(user, project, hooks)
                .chain(run -> await(run.id, Instant.now().plus(patience)));
    }

    // The answer is looked for in the database, since another replica may be the one that hears of it. A session a
    // look:
    // a connection must not be held while nothing is asked of it.
    private Uni<Written> await(UUID runId, Instant until) {
        return Panache.withSession(() -> look(runId)).chain(script -> {
            if (script.isPresent() || Instant.now().isAfter(until)) {
                return Uni.createFrom().item(new Written(runId, script.orElse(null)));
            }
            return SameContext.afterwards(
                            Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_EVERY))
                    .chain(() -> await(runId, until));
        });
    }

    private static Uni<Optional<ScriptEntity>> look(UUID runId) {
        return RunEntity.<RunEntity>findById(runId).chain(run -> {
            if (run.state == RunState.FAILED) {
                throw refusal(run);
            }
            return run.state == RunState.COMPLETED
                    ? ScriptEntity.<ScriptEntity>findById(runId).map(Optional::of)
                    : Uni.createFrom().item(Optional.empty());
        });
    }

    private static ApiProblem refusal(RunEntity run) {
        String why = run.failureMessage == null ? "The script could not be written" : run.failureMessage;
        return run.failureCode == FailureCode.SCRIPT_REFUSED
                ? ApiProblem.conflict(why)
                : ApiProblem.unavailable(why, TRY_AGAIN);
    }

    /**
     * What became of asking for a script.
     *
     * @param id the script's id, now or later
     * @param script the script; null where it is still being written
     */
    public record Written(UUID id, @Nullable ScriptEntity script) {}
}
