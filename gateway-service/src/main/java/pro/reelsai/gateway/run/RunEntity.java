package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.json.Jsonb;
import pro.reelsai.gateway.platform.json.StageContextColumn;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.event.Shadow;
import pro.reelsai.model.event.StageRequested;

/** A row of {@code runs}. */
@Entity
@DynamicUpdate
@Table(name = "runs")
public class RunEntity extends PanacheEntityBase {
    static final List<RunState> OPEN = List.of(RunState.RESERVED, RunState.RUNNING, RunState.WAITING);

    private static final String WAITING_FOR_STAGE = "kind = ?1 and state = ?2 and admittedAt is not null";
    private static final String QUEUED = "state = ?2 and admittedAt is null";

    @Id
    public UUID id;

    public UUID projectId;
    public UUID userId;

    @Enumerated(EnumType.STRING)
    public RunKind kind;

    @Enumerated(EnumType.STRING)
    public RunState state;

    public int attempt;

    @Convert(converter = StageContextColumn.class)
    @ColumnTransformer(read = "cast(context as text)", write = Jsonb.WRITE)
    public StageContext context;

    @Enumerated(EnumType.STRING)
    public @Nullable FailureCode failureCode;

    public @Nullable String failureMessage;
    /** The run that this one repeats; null for one that a user has asked for. */
    public @Nullable UUID replayOf;

    /** Where it repeats that run from. */
    @Enumerated(EnumType.STRING)
    public @Nullable Stage fromStage;

    /** Whether providers may be paid for it. */
    public boolean paidCalls;

    /** Since when it is in the making; null while it waits in its user's queue. */
    public @Nullable Instant admittedAt;

    public Instant deadline;
    public Instant createdAt;
    public @Nullable Instant startedAt;
    public @Nullable Instant finishedAt;

    /** A new run of a project, in its first attempt, whose turn it is. */
    static RunEntity begin(ProjectEntity project, RunKind kind, StageContext context, Duration limit) {
        RunEntity run = new RunEntity();
        run.id = UUID.randomUUID();
        run.projectId = project.id;
        run.userId = project.userId;
        run.kind = kind;
        run.state = RunState.RESERVED;
        run.attempt = 1;
        run.paidCalls = true;
        run.context = context;
        run.createdAt = Now.instant();
        run.admit(run.createdAt, limit);
        return run;
    }

    /** A new run that repeats one from one of its stages, in its first attempt. */
    static RunEntity repeat(ProjectEntity project, ReplayPlan plan, Duration limit) {
        RunEntity run = begin(project, plan.kind(), plan.context(), limit);
        run.replayOf = plan.past();
        run.fromStage = plan.order().from();
        run.paidCalls = plan.kind() != RunKind.SHADOW || plan.order().paidCalls();
        return run;
    }

    /** It is this run's turn; it may take so long from here on. */
    void admit(Instant now, Duration limit) {
        admittedAt = now;
        deadline = now.plus(limit);
    }

    /** Waits for its turn, but not longer than that. */
    void queue(Duration patience) {
        admittedAt = null;
        deadline = createdAt.plus(patience);
    }

    /** The first stage of this run. */
    public Stage firstStage() {
        if (fromStage != null) {
            return fromStage;
        }
        return kind == RunKind.SCRIPT ? Stage.SCRIPT : Stage.ofAnAd().getFirst();
    }

    /** Asks a stage to begin this run. */
    StageRequested request(Stage stage) {
        return request(stage, context, createdAt);
    }

    /** Asks a stage to go on with this run. */
    StageRequested request(Stage stage, StageContext with, Instant now) {
        StageRequested request = new StageRequested(id, projectId, userId, stage, attempt, now, deadline, with);
        return kind == RunKind.SHADOW && replayOf != null ? request.inShadow(new Shadow(replayOf, paidCalls)) : request;
    }

    /** Opens a failed run again, for another attempt. */
    void reopen(Instant now, Duration limit) {
        state = RunState.RESERVED;
        attempt++;
        failureCode = null;
        failureMessage = null;
        finishedAt = null;
        admit(now, limit);
    }

    /** Ends the run; only the first end counts. */
    public void end(RunState terminal, Instant at) {
        if (!state.isTerminal()) {
            state = terminal;
            finishedAt = at;
        }
    }

    /** A run, held until the transaction ends, so that its events are merged one after the other; null where unknown. */
    public static Uni<@Nullable RunEntity> findForUpdate(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest run of a project that makes, or made, an ad; null where there is none. */
    public static Uni<@Nullable RunEntity> newestAd(UUID project) {
        return RunEntity.<RunEntity>find(
                        "projectId = ?1 and kind = ?2 order by createdAt desc, id desc", project, RunKind.VIDEO)
                .firstResult();
    }

    /** The run that makes a project's ad just now, held until the transaction ends; null where there is none. */
    static Uni<@Nullable RunEntity> openAdForUpdate(UUID project) {
        return Rows.only(
                RunEntity.<RunEntity>find("projectId = ?1 and kind = ?2 and state in ?3", project, RunKind.VIDEO, OPEN)
                        .withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    /** The newest finished ad of a project; null where there is none. */
    public static Uni<@Nullable RunEntity> newestFinishedAd(UUID project) {
        return RunEntity.<RunEntity>find(
                        "projectId = ?1 and kind = ?2 and state = ?3 order by createdAt desc, id desc",
                        project,
                        RunKind.VIDEO,
                        RunState.COMPLETED)
                .firstResult();
    }

    /** Whose a run is, without keeping the run in the session; null where it is unknown. */
    public static Uni<@Nullable Owner> ownerOf(UUID run) {
        return Rows.only(RunEntity.<RunEntity>find("id", run).project(Owner.class));
    }

    /**
     * Whose a run is.
     *
     * @param projectId the project
     * @param userId the project's owner
     */
    public record Owner(UUID projectId, UUID userId) {}

    /** The runs of a project that its owner knows of, newest first. */
    static Uni<List<RunEntity>> allOf(UUID project) {
        return list("projectId = ?1 and kind <> ?2 order by createdAt desc, id desc", project, RunKind.SHADOW);
    }

    static Uni<Boolean> hasOpenAd(UUID project) {
        return count("projectId = ?1 and kind = ?2 and state in ?3", project, RunKind.VIDEO, OPEN)
                .map(rows -> rows > 0);
    }

    /**
     * How many ads come before this one for sure: those that wait for the first stage, and the user's own that are in the
     * queue for longer. Ads of other users that will have their turn earlier are not known yet.
     */
    public Uni<Long> countAhead() {
        return admittedAt != null
                ? count(WAITING_FOR_STAGE + " and admittedAt < ?3", kind, RunState.RESERVED, admittedAt)
                : count(
                        "(%s) or (%s and createdAt < ?4)".formatted(WAITING_FOR_STAGE, "userId = ?3 and " + QUEUED),
                        kind,
                        RunState.RESERVED,
                        userId,
                        createdAt);
    }

    /** How many ads of a user are in the making. */
    static Uni<Long> countAtWork(UUID user) {
        return count("userId = ?1 and kind = ?2 and state in ?3 and admittedAt is not null", user, RunKind.VIDEO, OPEN);
    }

    /** The ads of a user whose turn it is, oldest first, held until the transaction ends. */
    static Uni<List<RunEntity>> nextInQueue(UUID user, int most) {
        if (most == 0) {
            return Uni.createFrom().item(List.of());
        }
        return RunEntity.<RunEntity>find(
                        "userId = ?1 and state = ?2 and admittedAt is null order by createdAt, id",
                        user,
                        RunState.RESERVED)
                .page(0, most)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The runs whose time is over although no stage has said so. */
    public static Uni<List<RunEntity>> overdue(Instant now, int limit) {
        return RunEntity.<RunEntity>find("state in ?1 and deadline < ?2 order by deadline", OPEN, now)
                .page(0, limit)
                .list();
    }
}
