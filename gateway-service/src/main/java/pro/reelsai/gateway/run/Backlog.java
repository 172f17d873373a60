package pro.reelsai.gateway.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** Takes no new ad while those asked for earlier wait for too long: an answer now is better than an ad tomorrow. */
@ApplicationScoped
public class Backlog {
    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    private final QueueAges ages;
    private final Duration longest;
    /** As last seen; a database that is away leaves it as it was. */
    private volatile Duration oldest = Duration.ZERO;

    public Backlog(QueueAges ages, AdmissionConfig config) {
        this.ages = ages;
        this.longest = config.longestQueue();
    }

    @Scheduled(every = "${reels.admission.check:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return ages.read()
                .invoke(found -> oldest =
                        found.values().stream().max(Duration::compareTo).orElse(Duration.ZERO))
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("How long requests wait is not known just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Fails with a problem 503 where the oldest request of a stage has waited for too long. */
    void requireShort() {
        if (longest.isPositive() && oldest.compareTo(longest) > 0) {
            throw ApiProblem.unavailable(
                    "So many ads are waiting that yours would be late by more than %s. No credit was taken; please try again later"
                            .formatted(words(longest)),
                    TRY_AGAIN);
        }
    }

    private static String words(Duration time) {
        return time.toMinutes() == 0 ? time.toSeconds() + " seconds" : time.toMinutes() + " minutes";
    }
}
