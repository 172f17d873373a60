package pro.reelsai.gateway.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** Keeps a project's choices still while its ad is being made. */
@ApplicationScoped
public class ActiveRuns {
    /** Fails with a problem 409 where the project's ad is being made; belongs into a session of the caller. */
    public Uni<Void> requireNone(UUID project) {
        return RunEntity.hasOpenAd(project).invoke(open -> requireNone(open)).replaceWithVoid();
    }

    /** The same for whoever knows already whether the ad is being made. */
    static void requireNone(boolean beingMade) {
        if (beingMade) {
            throw ApiProblem.conflict("This project's ad is being made; wait until it is done");
        }
    }
}
