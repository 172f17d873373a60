package pro.reelsai.gateway.actor;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The actors and voices on offer. */
@ApplicationScoped
public class Casting {
    /** The actors on offer, in the order in which they are shown. */
    @WithSession
    public Uni<List<ActorEntity>> actors() {
        return ActorEntity.allOffered();
    }

    /** The voices on offer, in the order in which they are shown. */
    @WithSession
    public Uni<List<VoiceEntity>> voices() {
        return VoiceEntity.allOffered();
    }
}
