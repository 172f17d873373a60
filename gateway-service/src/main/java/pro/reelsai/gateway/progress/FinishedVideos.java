package pro.reelsai.gateway.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
import pro.reelsai.gateway.progress.StatusView.VideoView;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StoredObject;

/** The files of a finished ad in every shape it was made in, the first shape first. */
final class FinishedVideos {
    private static final List<Artifact> SHOWN =
            List.of(Artifact.FINAL_VIDEO, Artifact.CAPTIONS_SRT, Artifact.CAPTIONS_VTT);

    private final List<Shaped> made;

    private FinishedVideos(List<Shaped> made) {
        this.made = List.copyOf(made);
    }

    /** The files of a run's ad; none while it is not finished. */
    static FinishedVideos of(@Nullable RunEntity run) {
        if (run == null || run.state != RunState.COMPLETED) {
            return new FinishedVideos(List.of());
        }
        List<Shaped> made = new ArrayList<>();
        run.context.output(Stage.CAPTION).ifPresent(output -> {
            made.add(new Shaped(run.context.configuration().aspectRatio(), output.artifacts()));
            output.renditions().forEach(further -> made.add(new Shaped(further.shape(), further.artifacts())));
        });
        return new FinishedVideos(made);
    }

    /** The files, to be signed together. */
    Collection<ObjectVersion> objects() {
        return made.stream()
                .flatMap(video -> SHOWN.stream().flatMap(artifact -> Stream.ofNullable(video.key(artifact))))
                .map(ObjectVersion::unchanging)
                .toList();
    }

    /** As the contract shows them. */
    List<VideoView> views(Addresses addresses) {
        return made.stream()
                .map(video -> new VideoView(
                        video.shape().label(),
                        null,
                        addresses.of(video.key(Artifact.FINAL_VIDEO)),
                        addresses.of(video.key(Artifact.CAPTIONS_SRT)),
                        addresses.of(video.key(Artifact.CAPTIONS_VTT))))
                .toList();
    }

    private record Shaped(AspectRatio shape, Map<Artifact, StoredObject> files) {
        @Nullable
        String key(Artifact artifact) {
            return Optional.ofNullable(files.get(artifact))
                    .map(stored -> stored.key().value())
                    .orElse(null);
        }
    }
}
