package pro.reelsai.gateway.layout;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.LayoutType;

/** A row of {@code video_layouts}. */
@Entity
@Immutable
@Table(name = "video_layouts")
public class LayoutEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public String name;
    public String description;

    @Enumerated(EnumType.STRING)
    public LayoutType type;

    public @Nullable String thumbnailKey;
    public boolean isVisible;
    public int position;

    /** A layout that is offered; a problem 404 where there is none. */
    public static Uni<LayoutEntity> offered(UUID id) {
        return Rows.only(LayoutEntity.<LayoutEntity>find("id = ?1 and isVisible", id))
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("layout"));
    }

    /** The types of the layouts that are offered. */
    public static Uni<Set<LayoutType>> offeredTypes() {
        return allOffered()
                .map(layouts -> layouts.stream().map(layout -> layout.type).collect(Collectors.toSet()));
    }

    static Uni<List<LayoutEntity>> allOffered() {
        return list("isVisible order by position, name");
    }
}
