package pro.reelsai.gateway.run;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.actor.ActorEntity;
import pro.reelsai.gateway.actor.VoiceEntity;
import pro.reelsai.gateway.asset.AssetEntity;
import pro.reelsai.gateway.layout.LayoutEntity;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.product.ProductEntity;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.script.ScriptEntity;
import pro.reelsai.model.Product;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.VideoConfiguration;

/** What a user has chosen for an ad, turned into what the stages are told. Reads in the session of the caller. */
final class Choices {
    private final ProjectEntity project;
    private @Nullable ProductEntity product;
    private @Nullable ScriptEntity script;
    private @Nullable VoiceEntity voice;
    private @Nullable ActorEntity actor;
    private @Nullable LayoutEntity layout;
    private List<AssetEntity> assets = List.of();

    private Choices(ProjectEntity project) {
        this.project = project;
    }

    static Uni<Choices> of(ProjectEntity project) {
        Choices choices = new Choices(project);
        return ProductEntity.<ProductEntity>findById(project.productId)
                .invoke(found -> choices.product = found)
                .chain(() -> find(project.finalScriptId, id -> ScriptEntity.<ScriptEntity>findById(id)))
                .invoke(found -> choices.script = found)
                .chain(() -> find(project.voiceId, id -> VoiceEntity.<VoiceEntity>findById(id)))
                .invoke(found -> choices.voice = found)
                .chain(() -> find(project.actorId, id -> ActorEntity.<ActorEntity>findById(id)))
                .invoke(found -> choices.actor = found)
                .chain(() -> find(project.videoLayoutId, id -> LayoutEntity.<LayoutEntity>findById(id)))
                .invoke(found -> choices.layout = found)
                .chain(() -> AssetEntity.ofProject(project.id))
                .invoke(found -> choices.assets = found)
                .replaceWith(choices);
    }

    private static <E> Uni<@Nullable E> find(@Nullable UUID id, Function<UUID, Uni<E>> query) {
        return id == null ? Uni.createFrom().nullItem() : query.apply(id);
    }

    /**
     * What a script is written from.
     *
     * @throws ApiProblem 409 if the project is not configured yet
     */
    StageContext forScript() {
        return new StageContext(product(), configuration(), null, null, null, null, List.of(), Map.of());
    }

    /**
     * What an ad is made from.
     *
     * @throws ApiProblem 409 naming all that is still missing
     */
    StageContext forAd() {
        requireComplete();
        return new StageContext(
                product(),
                configuration(),
                Objects.requireNonNull(script).toModel(),
                Objects.requireNonNull(voice).toModel(),
                Objects.requireNonNull(actor).toModel(),
                Objects.requireNonNull(layout).type,
                assets.stream().map(AssetEntity::toModel).toList(),
                Map.of());
    }

    private void requireComplete() {
        List<String> missing = new ArrayList<>();
        require(project.videoConfiguration, "the video configuration", missing);
        require(script, "the final script", missing);
        require(actor, "the actor", missing);
        require(voice, "the voice", missing);
        require(layout, "the layout", missing);
        require(assets.isEmpty() ? null : assets, "at least one asset", missing);
        if (!missing.isEmpty()) {
            throw ApiProblem.conflict("Still missing: " + String.join(", ", missing));
        }
    }

    private static void require(@Nullable Object choice, String name, List<String> missing) {
        if (choice == null) {
            missing.add(name);
        }
    }

    private Product product() {
        ProductEntity row = Objects.requireNonNull(product);
        return new Product(row.id, row.name, row.description, row.productLink);
    }

    private VideoConfiguration configuration() {
        return Optional.ofNullable(project.videoConfiguration)
                .orElseThrow(() -> ApiProblem.conflict("Still missing: the video configuration"));
    }
}
