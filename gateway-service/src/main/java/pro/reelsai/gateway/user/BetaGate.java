package pro.reelsai.gateway.user;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** Keeps what costs money for beta users, where an operator wants it so. */
@ApplicationScoped
public class BetaGate {
    private final Profiles profiles;
    private final boolean closed;

    @Inject
    BetaGate(Profiles profiles, GatewayConfig config) {
        this(profiles, config.betaOnly());
    }

    /** A gate that is closed to all but beta users, or stands open. */
    public BetaGate(Profiles profiles, boolean closed) {
        this.profiles = profiles;
        this.closed = closed;
    }

    /** Fails with a problem 403 for whoever may not pass. */
    public Uni<Void> pass(UUID user) {
        // Where the gate stands open, no statement is spent on it.
        return !closed
                ? Uni.createFrom().voidItem()
                : profiles.of(user)
                        .invoke(profile -> {
                            if (!profile.isBetaUser) {
                                throw ApiProblem.forbidden("ReelsAI is open to beta users only; ask us to let you in");
                            }
                        })
                        .replaceWithVoid();
    }
}
