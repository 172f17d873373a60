package pro.reelsai.gateway.product;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.media.LogoMaker;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.Removals;
import pro.reelsai.gateway.platform.storage.ScratchFolders;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.runtime.storage.ObjectStorage;

/**
 * Products' logos. They lie under fixed keys, so a new logo replaces the old one under its address; and only one upload at
 * a time may write them, so that a logo never meets another's thumbnail.
 */
@ApplicationScoped
public class Logos {
    private static final Logger LOG = Logger.getLogger(Logos.class);
    private static final String PNG = "image/png";
    /** How long the old logo may still be shown; what was handed out before keeps its address. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private static final Duration SOON = Duration.ofSeconds(10);
    /** How long a claim lasts that was not given back; longer than two uploads may take with all their retries. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(10);

    private final LogoMaker maker;
    private final ObjectStorage storage;
    private final Removals removals;
    private final ScratchFolders scratch;
    private final Vertx vertx;

    public Logos(LogoMaker maker, ObjectStorage storage, Removals removals, ScratchFolders scratch, Vertx vertx) {
        this.maker = maker;
        this.storage = storage;
        this.removals = removals;
        this.scratch = scratch;
        this.vertx = vertx;
    }

    /**
     * Makes a picture a product's logo.
     *
     * @return the product; a problem 4xx where the picture is refused
     */
    Uni<ProductEntity> put(UUID user, UUID product, Path picture) {
        return Panache.withSession(() -> ProductEntity.owned(user, product))
                .chain(() -> scratch.with(folder -> vertx.executeBlocking(() -> maker.make(picture, folder), false)
                        .chain(logo -> store(user, product, logo))));
    }

    private Uni<ProductEntity> store(UUID user, UUID product, LogoMaker.Logo logo) {
        List<ObjectKey> keys = List.of(ObjectKeys.productLogo(product), ObjectKeys.productThumbnail(product));
        UUID claim = UUID.randomUUID();
        return Panache.withTransaction(() -> ProductEntity.ownedForUpdate(user, product)
                        .invoke(row -> claim(row, claim))
                        .call(row -> row.logoKey == null
                                ? announce(keys)
                                : Uni.createFrom().voidItem()))
                .chain(() -> upload(keys.getFirst(), logo.picture())
                        .chain(() -> upload(keys.getLast(), logo.thumbnail()))
                        .chain(() -> Panache.withTransaction(() -> show(user, product, claim, keys)))
                        .onFailure()
                        .call(() -> discard(product, claim, keys)));
    }

    private static void claim(ProductEntity row, UUID claim) {
        Instant now = Now.instant();
        if (row.logoClaimedAt != null && row.logoClaimedAt.plus(CLAIMED_FOR).isAfter(now)) {
            throw ApiProblem.conflict("Another logo of this product is just being stored; try again in a moment");
        }
        row.logoClaim = claim;
        row.logoClaimedAt = now;
    }

    private static void giveBack(ProductEntity row) {
        row.logoClaim = null;
        row.logoClaimedAt = null;
    }

    private Uni<Void> upload(ObjectKey key, Path file) {
        return SameContext.afterwards(storage.uploadReplaceable(key, file, PNG, KEPT_FOR))
                .replaceWithVoid();
    }

    private Uni<Void> announce(List<ObjectKey> keys) {
        return removals.announce(keys.getFirst())
                .chain(first -> removals.announce(keys.getLast()).map(last -> first && last))
                .invoke(free -> {
                    if (!free) {
                        throw ApiProblem.unavailable("A former logo is just being removed; try again", SOON);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<ProductEntity> show(UUID user, UUID product, UUID claim, List<ObjectKey> keys) {
        return ProductEntity.ownedForUpdate(user, product)
                .call(row -> removals.withdraw(keys.getFirst())
                        .chain(first -> removals.withdraw(keys.getLast()).map(last -> first && last))
                        .invoke(inTime -> {
                            // Where a logo was shown before, its keys were not on the list.
                            if (!claim.equals(row.logoClaim) || !inTime && row.logoKey == null) {
                                throw ApiProblem.unavailable("The upload took too long; try again", SOON);
                            }
                        }))
                .invoke(row -> {
                    giveBack(row);
                    row.logoKey = keys.getFirst().value();
                    row.thumbnailKey = keys.getLast().value();
                    row.updatedAt = Now.instant();
                });
    }

    /** Removes files that no product shows: the first logo of one failed, or the product is gone. */
    private Uni<Void> discard(UUID product, UUID claim, List<ObjectKey> keys) {
        return Panache.withTransaction(
                        () -> ProductEntity.<ProductEntity>findById(product, LockModeType.PESSIMISTIC_WRITE)
                                .chain(row -> {
                                    if (row != null && !claim.equals(row.logoClaim)) {
                                        return Uni.createFrom().voidItem(); // it is another upload's by now
                                    }
                                    if (row != null) {
                                        giveBack(row);
                                    }
                                    return row == null || row.logoKey == null
                                            ? removals.now(keys)
                                            : Uni.createFrom().voidItem();
                                }))
                .onFailure()
                .invoke(e -> LOG.warnf("The logo of %s is removed later than it could be: %s", product, e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
