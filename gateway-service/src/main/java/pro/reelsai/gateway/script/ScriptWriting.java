package pro.reelsai.gateway.script;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
     * @param variants how many scripts are to be written, from 1
     */
    public Uni<Written> write(UUID user, UUID project, int hooks, int variants) {
        return runs.startScript(user, project, hooks, variants)
                .chain(run -> await(run.id, variants, Instant.now().plus(patience)));
    }

    // The answer is looked for in the database, since another replica may be the one that hears of it. A session a
    // look:
    // a connection must not be held while nothing is asked of it.
    private Uni<Written> await(UUID runId, int variants, Instant until) {
        return Panache.withSession(() -> look(runId, variants)).chain(scripts -> {
            if (!scripts.isEmpty() || Instant.now().isAfter(until)) {
                return Uni.createFrom().item(new Written(runId, scripts));
            }
            return SameContext.afterwards(
                            Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_EVERY))
                    .chain(() -> await(runId, variants, until));
        });
    }

    private static Uni<List<ScriptEntity>> look(UUID runId, int variants) {
        return RunEntity.<RunEntity>findById(runId).chain(run -> {
            if (run.state == RunState.FAILED) {
                throw refusal(run);
            }
            return run.state == RunState.COMPLETED
                    ? ScriptEntity.ofRun(runId, variants)
                    : Uni.createFrom().item(List.of());
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
     * @param scripts the script, and those that were written with it; empty where it is still being written
     */
    public record Written(UUID id, List<ScriptEntity> scripts) {
        public Written {
            scripts = List.copyOf(scripts);
        }
    }
}
