package pro.reelsai.gateway.project;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pro.reelsai.gateway.actor.Casting;
import pro.reelsai.gateway.layout.LayoutEntity;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.product.ProductEntity;
import pro.reelsai.gateway.run.ActiveRuns;

/** Making a project and choosing what its ad will be. */
@ApplicationScoped
public class Projects {
    private final Configurations configurations;
    private final Casting casting;
    private final ActiveRuns runs;

    public Projects(Configurations configurations, Casting casting, ActiveRuns runs) {
        this.configurations = configurations;
        this.casting = casting;
        this.runs = runs;
    }

    /** Makes a project for one of the user's products. */
    @WithTransaction
    public Uni<ProjectEntity> create(UUID user, UUID productId) {
        return ProductEntity.ownedForUse(user, productId).chain(product -> {
            ProjectEntity project = new ProjectEntity();
            project.id = UUID.randomUUID();
            project.userId = user;
            project.productId = product.id;
            project.status = ProjectStatus.CREATED;
            project.createdAt = Now.instant();
            project.updatedAt = project.createdAt;
            return project.persist();
        });
    }

    /** Says what the ad should be; the project becomes a draft. */
    @WithTransaction
    public Uni<ProjectEntity> configure(UUID user, UUID id, ConfigurationRequest request) {
        return changeable(user, id).invoke(project -> {
            project.videoConfiguration = configurations.accept(request);
            project.status = ProjectStatus.DRAFT;
            project.touch();
        });
    }

    /** Chooses who is seen and heard. */
    @WithTransaction
    public Uni<ProjectEntity> cast(UUID user, UUID id, UUID actorId, UUID voiceId) {
        return changeable(user, id)
                .call(project -> casting.actor(actorId).invoke(actor -> project.actorId = actor.id))
                .call(project -> casting.voice(voiceId).invoke(voice -> project.voiceId = voice.id))
                .invoke(ProjectEntity::touch);
    }

    /** Chooses how actor and assets share the picture. */
    @WithTransaction
    public Uni<ProjectEntity> layOut(UUID user, UUID id, UUID layoutId) {
        return changeable(user, id)
                .call(project -> LayoutEntity.offered(layoutId).invoke(layout -> project.videoLayoutId = layout.id))
                .invoke(ProjectEntity::touch);
    }

    private Uni<ProjectEntity> changeable(UUID user, UUID id) {
        return ProjectEntity.ownedForUpdate(user, id).call(project -> runs.requireNone(project.id));
    }
}
