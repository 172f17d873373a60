package pro.reelsai.gateway.actor;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.Actor;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.ObjectKey;

/** A row of {@code actors}. */
@Entity
@Immutable
@Table(name = "actors")
public class ActorEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public String name;
    public String gender;

    @Enumerated(EnumType.STRING)
    public LipsyncProvider provider;

    public String identifier;
    public @Nullable String videoKey;
    public @Nullable String thumbnailKey;
    public UUID defaultVoiceId;
    public boolean isVisible;
    public int position;

    /** An actor who is offered; a problem 404 where there is none. */
    public static Uni<ActorEntity> offered(UUID id) {
        return Rows.only(ActorEntity.<ActorEntity>find("id = ?1 and isVisible", id))
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("actor"));
    }

    static Uni<List<ActorEntity>> allOffered() {
        return list("isVisible order by position, name");
    }

    /** The actor as the stages know them. */
    public Actor toModel() {
        return new Actor(id, name, provider, identifier, videoKey == null ? null : new ObjectKey(videoKey));
    }
}
