package pro.reelsai.gateway.actor;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.actor.Casting.Offer;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
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
        return casting.offer().chain(offer -> urls.together(files(offer)).map(addresses -> describe(offer, addresses)));
    }

    private static List<ObjectVersion> files(Offer offer) {
        Stream<@Nullable String> seen =
                offer.actors().stream().flatMap(actor -> Stream.of(actor.videoKey, actor.thumbnailKey));
        Stream<@Nullable String> heard = offer.voices().stream().map(voice -> voice.sampleKey);
        return Stream.concat(seen, heard)
                .filter(Objects::nonNull)
                .map(ObjectVersion::unchanging)
                .toList();
    }

    private static ActorsAndVoices describe(Offer offer, Addresses addresses) {
        return new ActorsAndVoices(
                offer.actors().stream().map(actor -> view(actor, addresses)).toList(),
                offer.voices().stream().map(voice -> view(voice, addresses)).toList());
    }

    private static ActorView view(ActorEntity actor, Addresses addresses) {
        return new ActorView(
                actor.id,
                actor.name,
                actor.gender,
                addresses.of(actor.videoKey),
                addresses.of(actor.thumbnailKey),
                actor.defaultVoiceId,
                actor.isVisible);
    }

    private static VoiceView view(VoiceEntity voice, Addresses addresses) {
        return new VoiceView(
                voice.id,
                voice.name,
                voice.gender,
                voice.provider.name().toLowerCase(Locale.ROOT),
                voice.voiceIdentifier,
                addresses.of(voice.sampleKey),
                voice.isVisible);
    }
}
