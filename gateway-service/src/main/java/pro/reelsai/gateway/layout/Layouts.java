package pro.reelsai.gateway.layout;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The layouts on offer. */
@ApplicationScoped
public class Layouts {
    /** The layouts on offer, in the order in which they are shown. */
    @WithSession
    public Uni<List<LayoutEntity>> all() {
        return LayoutEntity.allOffered();
    }
}
