package pro.reelsai.gateway.admin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.paging.Page;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.SignedUrls;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;

/** Shows runs to operators, in two statements however many they are. */
@ApplicationScoped
public class AdminRuns {
    private final SignedUrls urls;

    public AdminRuns(SignedUrls urls) {
        this.urls = urls;
    }

    /** One run with the files that it has made; a problem 404 where it is unknown. */
    public Uni<AdminRunDetail> one(UUID id) {
        return Panache.withSession(() -> RunEntity.<RunEntity>findById(id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ApiProblem.notFound("run"))
                        .chain(run -> StageExecutionEntity.ofRun(id).map(stages -> AdminRunDetail.of(run, stages))))
                .chain(detail ->
                        SameContext.afterwards(urls.together(detail.objects())).map(detail::with));
    }

    /** The runs that a filter lets through, newest first. */
    @WithSession
    public Uni<Page<AdminRunView>> list(RunFilter filter) {
        int limit = filter.limit().value();
        return RunEntity.<RunEntity>find(filter.query(), filter.parameters())
                .page(0, limit + 1)
                .list()
                .chain(read -> {
                    Page<RunEntity> page = Page.of(read, limit, run -> new Cursor(run.createdAt, run.id).text());
                    List<UUID> ids = page.items().stream().map(run -> run.id).toList();
                    return StageExecutionEntity.ofRuns(ids).map(stages -> views(page, stages));
                });
    }

    private static Page<AdminRunView> views(Page<RunEntity> page, List<StageExecutionEntity> stages) {
        Map<UUID, List<StageExecutionEntity>> byRun =
                stages.stream().collect(Collectors.groupingBy(stage -> stage.runId));
        return page.map(run -> AdminRunView.of(run, byRun.getOrDefault(run.id, List.of())));
    }
}
