package pro.reelsai.gateway.platform.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Folders for the files of one request. They lie beside the uploads, so that {@link DiskCleaning} finds lost ones. */
@ApplicationScoped
public class ScratchFolders {
    private static final Logger LOG = Logger.getLogger(ScratchFolders.class);

    private final Path directory;
    private final Vertx vertx;

    public ScratchFolders(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory, Vertx vertx) {
        this.directory = directory;
        this.vertx = vertx;
    }

    /** Does some work in an empty folder, which is gone afterwards whatever became of the work. */
    public <T> Uni<T> with(Function<Path, Uni<T>> work) {
        return vertx.executeBlocking(
                        () -> Files.createTempDirectory(Files.createDirectories(directory), "scratch-"), false)
                .chain(folder -> work.apply(folder).eventually(() -> remove(folder)));
    }

    private Uni<Void> remove(Path folder) {
        return vertx.fileSystem()
                .deleteRecursive(folder.toString(), true)
                .onFailure()
                .invoke(e -> LOG.warnf("%s cannot be removed: %s", folder, e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
