package pro.reelsai.gateway.progress;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
import pro.reelsai.gateway.platform.storage.SignedUrls;
import pro.reelsai.gateway.progress.StatusReports.Report;
import pro.reelsai.gateway.progress.StatusView.StageView;
import pro.reelsai.gateway.progress.StatusView.VideoView;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;
import pro.reelsai.model.Actor;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;

/** Status reports as the contract shows them. */
@ApplicationScoped
public class StatusViews {
    private static final String PREVIEW_QUALITY =
            "In preview quality: this server moves the filmed actor's lips, without a vendor.";

    private final SignedUrls urls;

    public StatusViews(SignedUrls urls) {
        this.urls = urls;
    }

    /** A report in the contract's words. */
    public Uni<StatusView> of(Report report) {
        StagePreviews previews = StagePreviews.of(report);
        FinishedVideos videos = FinishedVideos.of(report.run());
        List<ObjectVersion> shown = Stream.concat(previews.objects().stream(), videos.objects().stream())
                .toList();
        return Uni.combine()
                .all()
                .unis(urls.fresh(report.project().finalVideoKey), urls.together(shown))
                .asTuple()
                .map(found -> describe(
                        report,
                        found.getItem1(),
                        videos.views(found.getItem2()),
                        stage -> previews.of(stage, found.getItem2())));
    }

    private static StatusView describe(
            Report report, @Nullable String url, List<VideoView> videos, Function<Stage, @Nullable String> previews) {
        Map<Stage, StageExecutionEntity> stages = StageRows.latest(report.stages());
        RunEntity run = report.run();
        return new StatusView(
                report.project().status,
                message(report),
                run == null || run.state.isTerminal() && run.state != RunState.FAILED
                        ? null
                        : wireName(StagePlan.current(stages)),
                StagePlan.percent(stages),
                url,
                run == null ? null : run.id,
                report.queuePosition(),
                report.stages().stream().map(row -> row.costUsd).reduce(BigDecimal.ZERO, BigDecimal::add),
                run == null
                        ? List.of()
                        : Stage.ofAnAd().stream()
                                .map(stage ->
                                        describe(stage, stages.get(stage), run.context.actor(), previews.apply(stage)))
                                .toList(),
                videos);
    }

    /** Why a run failed is said as long as the project shows that failure, and no longer. */
    private static String message(Report report) {
        RunEntity run = report.run();
        boolean showsFailure = run != null
                && run.state == RunState.FAILED
                && report.project().status == ProjectStatusView.of(run, StageRows.latest(report.stages()));
        String why = run == null ? null : run.failureMessage;
        return showsFailure && why != null ? why : report.project().status.message();
    }

    private static StageView describe(
            Stage stage, @Nullable StageExecutionEntity row, @Nullable Actor actor, @Nullable String preview) {
        return row == null
                ? new StageView(
                        stage.wireName(),
                        wireName(StageState.PENDING),
                        0,
                        null,
                        null,
                        1,
                        null,
                        null,
                        BigDecimal.ZERO,
                        preview)
                : new StageView(
                        stage.wireName(),
                        wireName(row.state),
                        row.percent,
                        row.startedAt,
                        row.finishedAt,
                        row.attempt,
                        detail(row, actor),
                        row.code == null ? null : row.code.name(),
                        row.costUsd,
                        preview);
    }

    private static @Nullable String detail(StageExecutionEntity row, @Nullable Actor actor) {
        boolean isDone = row.state == StageState.SUCCEEDED || row.state == StageState.REUSED;
        return isDone && row.stage == Stage.LIPSYNC && actor != null && actor.speaksInPreviewQuality()
                ? PREVIEW_QUALITY
                : row.detail;
    }

    private static @Nullable String wireName(@Nullable Stage stage) {
        return stage == null ? null : stage.wireName();
    }

    private static String wireName(StageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
