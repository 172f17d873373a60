package pro.reelsai.stage.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.ProducedFile;

/**
 * The outputs of a stage in the bucket, named by their inputs. The manifest is written last: where it is, all files are.
 */
@ApplicationScoped
public class StageOutputs {
    private static final Logger LOG = Logger.getLogger(StageOutputs.class);
    private static final Duration TRANSFER = Duration.ofMinutes(10);

    private final ObjectStorage storage;
    private final ObjectMapper mapper;
    private final Tools tools;

    StageOutputs(ObjectStorage storage, ObjectMapper mapper, Tools tools) {
        this.storage = storage;
        this.mapper = mapper;
        this.tools = tools;
    }

    /**
     * What is remembered of an output.
     *
     * @param runId the run that made it
     * @param output what was made, with hashes
     * @param inputs all that it was made from, the outputs of the stages before with their hashes and models included; null in
     *     manifests of older versions
     * @param tools what it was made with, by name, with versions; null in manifests of older versions
     */
    @RegisterForReflection
    record Manifest(
            UUID runId,
            StageOutput output,
            @Nullable StageContext inputs,
            @Nullable Map<String, String> tools) {}

    /** Looks for an output that was made before: by an earlier run, or by this run before it was interrupted. */
    Optional<StageOutput> find(StageRequested request, Fingerprint fingerprint) throws IOException {
        Optional<byte[]> found = storage.read(request.workKey(fingerprint, ObjectKeys.MANIFEST))
                .await()
                .atMost(TRANSFER);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Manifest manifest = mapper.readValue(found.get(), Manifest.class);
        if (!isComplete(manifest.output())) {
            LOG.warnf("REELS-0116 output %s of %s has lost files and is made anew", fingerprint, request.stage());
            return Optional.empty();
        }
        boolean ours = manifest.runId().equals(request.runId());
        return Optional.of(ours ? manifest.output() : manifest.output().asReused());
    }

    /** Old outputs are swept away one file after the other, and a sweep may have died half-way. */
    private boolean isComplete(StageOutput output) {
        return output.artifacts().values().stream().allMatch(object -> storage.info(object.key())
                .await()
                .atMost(TRANSFER)
                .filter(info -> info.bytes() == object.bytes())
                .isPresent());
    }

    /** Uploads what a stage made. */
    StageOutput store(StageRequested request, Fingerprint fingerprint, MediaResult result) throws IOException {
        Map<Artifact, StoredObject> artifacts = uploadAll(request, fingerprint, result.files());
        StageOutput output = new StageOutput(
                fingerprint,
                artifacts,
                result.durationSeconds(),
                result.provider(),
                result.model(),
                result.costUsd(),
                false);
        byte[] manifest =
                mapper.writeValueAsBytes(new Manifest(request.runId(), output, request.context(), tools.versions()));
        storage.upload(request.workKey(fingerprint, ObjectKeys.MANIFEST), manifest, MediaType.APPLICATION_JSON)
                .await()
                .atMost(TRANSFER);
        return output;
    }

    /** Brings an object into a directory, under its own file name with its hash before it, so that no two collide. */
    Path download(ObjectKey key, Path directory) {
        String name = Integer.toHexString(key.value().hashCode()) + "-" + key.fileName();
        return storage.download(key, directory.resolve(name)).await().atMost(TRANSFER);
    }

    /** All at the same time, and none is left on its way when another fails: their folder goes away then. */
    private Map<Artifact, StoredObject> uploadAll(
            StageRequested request, Fingerprint fingerprint, List<ProducedFile> files) {
        List<StoredObject> stored = Uni.join()
                .all(files.stream()
                        .map(produced -> storage.upload(
                                request.workKey(
                                        fingerprint,
                                        produced.file().getFileName().toString()),
                                produced.file(),
                                produced.contentType()))
                        .toList())
                .andCollectFailures()
                .onFailure(CompositeException.class)
                .transform(Throwable::getCause)
                .await()
                .atMost(TRANSFER);
        Map<Artifact, StoredObject> artifacts = new EnumMap<>(Artifact.class);
        for (int i = 0; i < files.size(); i++) {
            artifacts.put(files.get(i).artifact(), stored.get(i));
        }
        return artifacts;
    }
}
