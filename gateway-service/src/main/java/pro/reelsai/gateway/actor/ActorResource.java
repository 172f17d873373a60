package pro.reelsai.gateway.actor;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.storage.SignedUrls;

/** The route of actors and voices. */
@Path("/api/actors-and-voices")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actors, voices, layouts")
public class ActorResource {
    private final Casting casting;
    private final SignedUrls urls;

    public ActorResource(Casting casting, SignedUrls urls) {
        this.casting = casting;
        this.urls = urls;
    }

    /** The actors and voices on offer. */
    @GET
    @Operation(summary = "The actors and voices on offer")
    public Uni<ActorsAndVoices> all() {
        return casting.actors().chain(actors -> each(actors, this::view)).chain(actors -> casting.voices()
                .chain(voices -> each(voices, this::view))
                .map(voices -> new ActorsAndVoices(actors, voices)));
    }

    private static <E, V> Uni<List<V>> each(List<E> rows, Function<E, Uni<? extends V>> view) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .<V>transformToUniAndConcatenate(view::apply)
                .collect()
                .asList();
    }

    private Uni<ActorView> view(ActorEntity actor) {
        return Uni.combine()
                .all()
                .unis(urls.lasting(actor.videoKey), urls.lasting(actor.thumbnailKey))
                .asTuple()
                .map(signed -> new ActorView(
                        actor.id,
                        actor.name,
                        actor.gender,
                        signed.getItem1(),
                        signed.getItem2(),
                        actor.defaultVoiceId,
                        actor.isVisible));
    }

    private Uni<VoiceView> view(VoiceEntity voice) {
        return urls.lasting(voice.sampleKey)
                .map(sample -> new VoiceView(
                        voice.id,
                        voice.name,
                        voice.gender,
                        voice.provider.name().toLowerCase(Locale.ROOT),
                        voice.voiceIdentifier,
                        sample,
                        voice.isVisible));
    }
}
