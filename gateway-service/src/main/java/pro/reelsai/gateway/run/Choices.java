package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.actor.ActorEntity;
import pro.reelsai.gateway.actor.VoiceEntity;
import pro.reelsai.gateway.asset.AssetEntity;
import pro.reelsai.gateway.layout.LayoutEntity;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.product.ProductEntity;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.script.ScriptEntity;
import pro.reelsai.model.Asset;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.Product;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.VideoConfiguration;

/** What a user has chosen for an ad, turned into what the stages are told. Reads in the session of the caller. */
final class Choices {
    private static final String CHOSEN = """
            select product, script, voice, actor, layout,
                (select count(*) from RunEntity run
                 where run.projectId = :project and run.kind = VIDEO and run.state in (RESERVED, RUNNING, WAITING)),
                (select count(*) from (
                    select run.id as id from RunEntity run
                    where run.userId = :user and run.kind = VIDEO and run.state in (RESERVED, RUNNING, WAITING)
                      and run.admittedAt is not null
                    order by run.userId limit %d) known)
            from ProductEntity product
            left join ScriptEntity script on script.id = :script
            left join VoiceEntity voice on voice.id = :voice
            left join ActorEntity actor on actor.id = :actor
            left join LayoutEntity layout on layout.id = :layout
            where product.id = :product
            """;

    private final ProjectEntity project;
    private final ProductEntity product;
    private final @Nullable ScriptEntity script;
    private final @Nullable VoiceEntity voice;
    private final @Nullable ActorEntity actor;
    private final @Nullable LayoutEntity layout;
    private final boolean adBeingMade;
    private final long adsAtWork;
    private final List<AssetEntity> assets;

    private Choices(ProjectEntity project, Object[] row, List<AssetEntity> assets) {
        this.project = project;
        this.product = (ProductEntity) row[0];
        this.script = (ScriptEntity) row[1];
        this.voice = (VoiceEntity) row[2];
        this.actor = (ActorEntity) row[3];
        this.layout = (LayoutEntity) row[4];
        this.adBeingMade = (long) row[5] > 0;
        this.adsAtWork = (long) row[6];
        this.assets = assets;
    }

    /** For a script, which does not wait for the user's ads. */
    static Uni<Choices> of(ProjectEntity project) {
        return of(project, 0);
    }

    /**
     * Two statements, since every ad begins here: all that is chosen, and the assets.
     *
     * @param countTo how far the user's ads in the making are counted
     */
    static Uni<Choices> of(ProjectEntity project, int countTo) {
        // As a parameter it would have PostgreSQL plan the statement anew at every execution.
        String chosen = CHOSEN.formatted(countTo);
        return Panache.getSession().chain(session -> session.createQuery(chosen, Object[].class)
                .setParameter("project", project.id)
                .setParameter("user", project.userId)
                .setParameter("script", project.finalScriptId)
                .setParameter("voice", project.voiceId)
                .setParameter("actor", project.actorId)
                .setParameter("layout", project.videoLayoutId)
                .setParameter("product", project.productId)
                .getSingleResult()
                .chain(row -> AssetEntity.ofProject(project.id)
                        .invoke(assets -> forget(session, row, assets))
                        .map(assets -> new Choices(project, row, assets))));
    }

    /** Nothing of it is going to change, and every entity of a session is looked at again with every flush. */
    private static void forget(Mutiny.Session session, Object[] row, List<AssetEntity> assets) {
        Stream.concat(Stream.of(row), assets.stream())
                .filter(PanacheEntityBase.class::isInstance)
                .forEach(session::detach);
    }

    /** How many ads of the project's user are in the making, as far as they were counted. */
    long adsAtWork() {
        return adsAtWork;
    }

    /**
     * What a script is written from.
     *
     * @param hooks how many openings it should have, from 1
     * @param variants how many scripts are to be written, from 1
     * @throws ApiProblem 409 if the project is not configured yet
     */
    StageContext forScript(int hooks, int variants) {
        VideoConfiguration wanted = configuration().withHooks(hooks).withVariants(variants);
        return new StageContext(product(), wanted, null, null, null, null, assets(), Map.of());
    }

    /**
     * What an ad is made from.
     *
     * @throws ApiProblem 409 if an ad is being made already, naming all that is still missing, or if the actor does not suit
     *     the layout
     */
    StageContext forAd() {
        ActiveRuns.requireNone(adBeingMade);
        requireComplete();
        requireSuited(Objects.requireNonNull(actor), Objects.requireNonNull(layout));
        List<Asset> shown = assets();
        Set<UUID> ids = shown.stream().map(Asset::id).collect(Collectors.toSet());
        return new StageContext(
                product(),
                configuration(),
                Objects.requireNonNull(script).toModel().showing(ids),
                Objects.requireNonNull(voice).toModel(),
                Objects.requireNonNull(actor).toModel(),
                Objects.requireNonNull(layout).type,
                shown,
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

    /** Said here and not by the stage that films the actor: by then the speech is paid for. */
    private static void requireSuited(ActorEntity actor, LayoutEntity layout) {
        if (layout.type == LayoutType.ACTOR_CUTOUT && !actor.provider.cutsOut()) {
            throw ApiProblem.conflict(
                    "%s is filmed and cannot be cut out of the picture. Choose another layout than \"%s\", or an illustrated presenter."
                            .formatted(actor.name, layout.name));
        }
    }

    private static void require(@Nullable Object choice, String name, List<String> missing) {
        if (choice == null) {
            missing.add(name);
        }
    }

    private List<Asset> assets() {
        return assets.stream().map(AssetEntity::toModel).toList();
    }

    private Product product() {
        return new Product(product.id, product.name, product.description, product.productLink);
    }

    private VideoConfiguration configuration() {
        return Optional.ofNullable(project.videoConfiguration)
                .orElseThrow(() -> ApiProblem.conflict("Still missing: the video configuration"));
    }
}
