package pro.reelsai.gateway.actor;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The actors and voices on offer. */
@ApplicationScoped
public class Casting {
    /** Everybody on offer, in the order in which they are shown. */
    @WithSession
    public Uni<Offer> offer() {
        return ActorEntity.allOffered()
                .chain(actors -> VoiceEntity.allOffered().map(voices -> new Offer(actors, voices)));
    }

    /**
     * Who is on offer.
     *
     * @param actors who can be seen
     * @param voices who can be heard
     */
    public record Offer(List<ActorEntity> actors, List<VoiceEntity> voices) {}
}
