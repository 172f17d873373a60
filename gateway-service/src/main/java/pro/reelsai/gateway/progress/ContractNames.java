package pro.reelsai.gateway.progress;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.Voice;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.runtime.storage.ObjectStorage;

/**
 * Gives a finished ad the short, lasting names of the contract's bucket tree, as copies: working files are swept some
 * day, these stay.
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
     * Copies a run's files.
     *
     * @return the key under which the ad can be read: its lasting name, or its working name where storage would not copy;
     *     null where the event names no ad
     */
    Uni<@Nullable String> give(RunCompleted event) {
        Optional<ObjectKey> ad = key(event.context(), Stage.CAPTION, Artifact.FINAL_VIDEO);
        if (ad.isEmpty()) {
            LOG.errorf("Run %s is complete but names no ad", event.runId());
            return Uni.createFrom().nullItem();
        }
        ObjectKey lasting = ObjectKeys.finalVideo(event.projectId());
        return storage.copy(ad.get(), lasting)
                .chain(() -> copySpeech(event))
                .onFailure()
                .retry()
                .withBackOff(PAUSE)
                .atMost(TRIES)
                .<@Nullable String>replaceWith(lasting.value())
                .onFailure()
                .invoke(e -> LOG.errorf(e, "The ad of run %s keeps its working name", event.runId()))
                .onFailure()
                .recoverWithItem(ad.get().value());
    }

    private Uni<Void> copySpeech(RunCompleted event) {
        Voice voice = event.context().voice();
        Optional<ObjectKey> speech = key(event.context(), Stage.VOICE, Artifact.SPEECH);
        return voice == null || speech.isEmpty()
                ? Uni.createFrom().voidItem()
                : storage.copy(speech.get(), ObjectKeys.speech(event.projectId(), voice.identifier()));
    }

    private static Optional<ObjectKey> key(StageContext context, Stage stage, Artifact artifact) {
        return context.output(stage)
                .flatMap(output -> output.artifact(artifact))
                .map(StoredObject::key);
    }
}
