package pro.reelsai.gateway.actor;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** The actors and voices on offer. */
@ApplicationScoped
public class Casting {
    private final VendorKeys keys;

    public Casting(VendorKeys keys) {
        this.keys = keys;
    }

    /** Everybody on offer, in the order in which they are shown. */
    @WithSession
    public Uni<Offer> offer() {
        return ActorEntity.allOffered().chain(actors -> VoiceEntity.allOffered()
                .map(voices -> new Offer(availableActors(actors), availableVoices(voices))));
    }

    /** A voice that is offered; a problem 404 where there is none. Joins the caller's session. */
    public Uni<VoiceEntity> voice(UUID id) {
        return VoiceEntity.offered(id).invoke(voice -> {
            if (!keys.has(voice.provider)) {
                throw ApiProblem.notFound("voice");
            }
        });
    }

    /** An actor who is offered; a problem 404 where there is none. Joins the caller's session. */
    public Uni<ActorEntity> actor(UUID id) {
        return ActorEntity.offered(id).invoke(actor -> {
            if (!keys.has(actor.provider)) {
                throw ApiProblem.notFound("actor");
            }
        });
    }

    private List<ActorEntity> availableActors(List<ActorEntity> actors) {
        return actors.stream().filter(actor -> keys.has(actor.provider)).toList();
    }

    private List<VoiceEntity> availableVoices(List<VoiceEntity> voices) {
        return voices.stream().filter(voice -> keys.has(voice.provider)).toList();
    }

    /**
     * Who is on offer.
     *
     * @param actors who can be seen
     * @param voices who can be heard
     */
    public record Offer(List<ActorEntity> actors, List<VoiceEntity> voices) {}
}
