package pro.reelsai.gateway.user;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pro.reelsai.gateway.platform.GatewayConfig;

/** Profiles appear when a user is first seen: sign-up happens at Supabase, which does not tell us. */
@ApplicationScoped
public class Profiles {
    private final GatewayConfig config;

    public Profiles(GatewayConfig config) {
        this.config = config;
    }

    /** Sees to it that the user has a profile, with the credits to start with and a ledger row that says so. */
    @WithTransaction
    public Uni<Void> ensure(UUID user) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with profile as (
                                    insert into profiles (id, credits, is_beta_user, created_at, updated_at)
                                    values (:id, :credits, :beta, now(), now())
                                    on conflict (id) do nothing
                                    returning id, credits)
                                insert into credit_ledger (user_id, kind, amount, reason, created_at)
                                select id, 'GRANT', credits, 'Credits to start with', now() from profile
                                """)
                        .setParameter("id", user)
                        .setParameter("credits", config.startingCredits())
                        .setParameter("beta", config.newUsersAreBeta())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The user's profile. */
    @WithTransaction
    public Uni<ProfileEntity> of(UUID user) {
        return ensure(user).chain(() -> ProfileEntity.findById(user));
    }
}
