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
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.Voice;

/** A row of {@code voices}. */
@Entity
@Immutable
@Table(name = "voices")
public class VoiceEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public String name;
    public String gender;

    @Enumerated(EnumType.STRING)
    public TtsProvider provider;

    public String voiceIdentifier;
    public @Nullable String sampleKey;
    public boolean isVisible;
    public int position;

    /** A voice that is offered; a problem 404 where there is none. */
    public static Uni<VoiceEntity> offered(UUID id) {
        return Rows.only(VoiceEntity.<VoiceEntity>find("id = ?1 and isVisible", id))
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("voice"));
    }

    static Uni<List<VoiceEntity>> allOffered() {
        return list("isVisible order by position, name");
    }

    /** The voice as the stages know it. */
    public Voice toModel() {
        return new Voice(id, name, provider, voiceIdentifier);
    }
}
