package pro.reelsai.gateway.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;

/** Profiles appear when a user is first seen: sign-up happens at Supabase, which does not tell us. */
@ApplicationScoped
public class Profiles {
    /** No spaces, no controls, nothing that means something else in a header. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}@<>()\\[\\]\\\\,;:\"]+@[A-Za-z0-9.-]+");

    private static final int LONGEST_EMAIL = 254;

    private static final int MOST_KEPT = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final GatewayConfig config;

    /** What this gateway has written lately, so that a busy user's every call need not write it again. */
    private final Cache<UUID, String> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    public Profiles(GatewayConfig config) {
        this.config = config;
    }

    /**
     * Sees to it that the user has a profile, with the credits to start with and a ledger row that says so.
     *
     * @return whether the user is new
     */
    @WithTransaction
    public Uni<Boolean> ensure(UUID user) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with profile as (
                                    insert into profiles (id, credits, is_beta_user, created_at, updated_at)
                                    values (:id, 0, :beta, now(), now())
                                    on conflict (id) do nothing
                                    returning id)
                                insert into credit_ledger (user_id, kind, amount, reason, created_at)
                                select id, 'GRANT', cast(:credits as integer), 'Credits to start with', now() from profile
                                """)
                        .setParameter("id", user)
                        .setParameter("credits", config.startingCredits())
                        .setParameter("beta", config.newUsersAreBeta())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /**
     * Keeps where the user gets mail; writes only what has changed.
     *
     * @param email the token's word; what is no plain address is passed over
     */
    public Uni<Void> keepEmail(UUID user, @Nullable String email) {
        if (email == null
                || email.length() > LONGEST_EMAIL
                || !EMAIL.matcher(email).matches()
                || email.equals(kept.getIfPresent(user))) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() -> write(user, email)).invoke(() -> kept.put(user, email));
    }

    private Uni<Void> write(UUID user, String email) {
        return ensure(user)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery("update profiles set email = :email, updated_at = now()"
                                + " where id = :id and email is distinct from :email")
                        .setParameter("id", user)
                        .setParameter("email", email)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The user's profile. */
    @WithTransaction
    public Uni<ProfileEntity> of(UUID user) {
        return ProfileEntity.<ProfileEntity>findById(user).onItem().ifNull().switchTo(() -> ensure(user)
                .chain(() -> ProfileEntity.findById(user)));
    }
}
