package pro.reelsai.gateway.admin;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.paging.Page;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;

/** Lists runs for operators, in two statements however many they are. */
@ApplicationScoped
public class AdminRuns {
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
