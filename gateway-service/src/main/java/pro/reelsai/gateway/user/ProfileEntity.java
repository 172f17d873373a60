package pro.reelsai.gateway.user;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import pro.reelsai.gateway.platform.Rows;

/** A row of {@code profiles}: what the gateway itself knows of a user. */
@Entity
@Table(name = "profiles")
public class ProfileEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    /** Moved by the rows of the ledger alone. */
    @Column(insertable = false, updatable = false)
    public int credits;

    public boolean isBetaUser;
    public Instant createdAt;
    public Instant updatedAt;

    /** The user's credits at this moment, as the database has them. */
    public static Uni<Integer> creditsOf(UUID user) {
        return Rows.only(ProfileEntity.<ProfileEntity>find("id", user).project(Balance.class))
                .map(Balance::credits);
    }

    /**
     * What is left.
     *
     * @param credits how many
     */
    public record Balance(int credits) {}
}
