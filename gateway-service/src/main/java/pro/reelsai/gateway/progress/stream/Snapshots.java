package pro.reelsai.gateway.progress.stream;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.progress.StatusReports;
import pro.reelsai.gateway.progress.StatusReports.Report;
import pro.reelsai.model.RunState;

/** Reads a project's status together with the revision it is of. */
@ApplicationScoped
public class Snapshots {
    private static final int TRIES = 5;

    private final StatusReports reports;
    private final Revisions revisions;

    public Snapshots(StatusReports reports, Revisions revisions) {
        this.reports = reports;
        this.revisions = revisions;
    }

    /** The present status of a user's project. */
    Uni<Snapshot> of(UUID user, UUID project) {
        return revision(project).chain(before -> read(user, project, before, TRIES));
    }

    /**
     * A report is several statements. Only if the revision is the same before and after does the report belong to it; an
     * end that is sent under an earlier revision would be sent again to whoever comes back.
     */
    private Uni<Snapshot> read(UUID user, UUID project, long before, int tries) {
        return reports.of(user, project).chain(report -> revision(project)
                .chain(after -> before == after || tries == 1
                        ? Uni.createFrom().item(Snapshot.of(report, before))
                        : read(user, project, after, tries - 1)));
    }

    private Uni<Long> revision(UUID project) {
        return revisions.of(List.of(project)).map(known -> known.getOrDefault(project, 0L));
    }

    /**
     * What was read.
     *
     * @param report the report
     * @param revision which revision it is of
     * @param live whether there is a run under way, so that more is to come
     */
    record Snapshot(Report report, long revision, boolean live) {
        static Snapshot of(Report report, long revision) {
            return new Snapshot(
                    report,
                    revision,
                    report.run() != null && !report.run().state.isTerminal());
        }

        boolean isQueued() {
            return report.run() != null && report.run().state == RunState.RESERVED;
        }

        boolean isAsFarInTheQueueAs(@Nullable Snapshot other) {
            return other != null && Objects.equals(report.queuePosition(), other.report.queuePosition());
        }
    }
}
