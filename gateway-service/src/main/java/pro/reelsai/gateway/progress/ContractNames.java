package pro.reelsai.gateway.progress;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.Voice;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.storage.StorageException;

/**
 * Gives a finished ad the short, lasting names of the contract's bucket tree, as copies: working files are swept some
 * day, these stay.
 *
 * <p>Bucket and database know no common transaction. So an ad is finished first, under its working name, and named
 * afterwards: whatever is copied is an ad that nobody can cancel any more. The event that ended the run is acknowledged
 * when its ad has been named; after a crash in between it comes again, and all of this is done again.
 */
@ApplicationScoped
public class ContractNames {
    private static final Logger LOG = Logger.getLogger(ContractNames.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    private final ObjectStorage storage;

    public ContractNames(ObjectStorage storage) {
        this.storage = storage;
    }

    /**
     * Names the newest finished ad of a project, if it has one; it keeps its working name where the bucket does not copy.
     * Outside of a transaction: copying is slow.
     */
    Uni<Void> give(UUID project) {
        return Panache.withSession(() -> RunEntity.newestFinishedAd(project))
                .chain(run -> run == null ? Uni.createFrom().voidItem() : name(run));
    }

    private Uni<Void> name(RunEntity run) {
        Optional<ObjectKey> ad = ad(run.context);
        if (ad.isEmpty()) {
            LOG.errorf("Run %s is complete but names no ad", run.id);
            return Uni.createFrom().voidItem();
        }
        return SameContext.afterwards(copy(ad.get(), run))
                .chain(() -> Panache.withTransaction(() -> show(run)))
                // A newer ad was finished meanwhile, whose name we may have taken.
                .chain(isNewest -> isNewest ? Uni.createFrom().voidItem() : give(run.projectId))
                .onFailure(StorageException.class)
                .invoke(e -> LOG.errorf(e, "The ad of run %s keeps its working name", run.id))
                .onFailure(StorageException.class)
                .recoverWithNull();
    }

    private Uni<Void> copy(ObjectKey ad, RunEntity run) {
        return storage.copy(ad, ObjectKeys.finalVideo(run.projectId))
                .chain(() -> copyFurtherShapes(run))
                .chain(() -> copySpeech(run))
                .onFailure()
                .retry()
                .withBackOff(PAUSE)
                .atMost(TRIES);
    }

    /** Names of shapes that an earlier ad had, and this one has not, are given up. */
    private Uni<Void> copyFurtherShapes(RunEntity run) {
        Map<AspectRatio, ObjectKey> further = furtherShapes(run.context);
        List<ObjectKey> unused = Arrays.stream(AspectRatio.values())
                .filter(shape -> !further.containsKey(shape))
                .map(shape -> ObjectKeys.finalVideo(run.projectId, shape))
                .toList();
        Uni<Void> copied = storage.delete(unused);
        for (Map.Entry<AspectRatio, ObjectKey> made : further.entrySet()) {
            copied = copied.chain(
                    () -> storage.copy(made.getValue(), ObjectKeys.finalVideo(run.projectId, made.getKey())));
        }
        return copied;
    }

    private Uni<Void> copySpeech(RunEntity run) {
        Voice voice = run.context.voice();
        Optional<ObjectKey> speech = key(run.context, Stage.VOICE, Artifact.SPEECH);
        return voice == null || speech.isEmpty()
                ? Uni.createFrom().voidItem()
                : storage.copy(speech.get(), ObjectKeys.speech(run.projectId, voice.identifier()));
    }

    /** Has the project show its ad under the lasting name, if the run's is its newest still. */
    private static Uni<Boolean> show(RunEntity run) {
        return RunEntity.newestFinishedAd(run.projectId)
                .chain(newest -> newest == null || !newest.id.equals(run.id)
                        ? Uni.createFrom().item(false)
                        : ProjectEntity.update(
                                        "finalVideoKey = ?1, updatedAt = ?2 where id = ?3",
                                        ObjectKeys.finalVideo(run.projectId).value(),
                                        Now.instant(),
                                        run.projectId)
                                .replaceWith(true));
    }

    /** The working name of a finished ad; empty where no stage has named one. */
    static Optional<ObjectKey> ad(StageContext context) {
        return key(context, Stage.CAPTION, Artifact.FINAL_VIDEO);
    }

    /**
     * The key of the newest finished ad of a project in one of its shapes; empty where it was not made in it.
     *
     * @param first the key of its first shape, as the project shows it: once that has its lasting name, so have the others
     * @param run the run that made it
     */
    static Optional<String> inShape(AspectRatio shape, String first, RunEntity run) {
        if (shape == run.context.configuration().aspectRatio()) {
            return Optional.of(first);
        }
        boolean named = first.equals(ObjectKeys.finalVideo(run.projectId).value());
        return Optional.ofNullable(furtherShapes(run.context).get(shape))
                .map(working -> named ? ObjectKeys.finalVideo(run.projectId, shape) : working)
                .map(ObjectKey::value);
    }

    /** The working names of a finished ad in its further shapes. */
    private static Map<AspectRatio, ObjectKey> furtherShapes(StageContext context) {
        Map<AspectRatio, ObjectKey> further = new EnumMap<>(AspectRatio.class);
        context.output(Stage.CAPTION).stream()
                .flatMap(output -> output.renditions().stream())
                .forEach(made -> Optional.ofNullable(made.artifacts().get(Artifact.FINAL_VIDEO))
                        .ifPresent(video -> further.put(made.shape(), video.key())));
        return further;
    }

    private static Optional<ObjectKey> key(StageContext context, Stage stage, Artifact artifact) {
        return context.output(stage)
                .flatMap(output -> output.artifact(artifact))
                .map(StoredObject::key);
    }
}
