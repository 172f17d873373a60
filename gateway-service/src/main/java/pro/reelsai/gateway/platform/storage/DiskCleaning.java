package pro.reelsai.gateway.platform.storage;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pro.reelsai.runtime.work.WorkDirectory;

/**
 * Removes uploads from the disk that nobody will finish. The REST layer deletes the files of a request when the request
 * ends; of one whose connection broke while the body came in it never hears the end, and neither does a gateway that was
 * killed.
 */
@ApplicationScoped
public class DiskCleaning {
    private static final Logger LOG = Logger.getLogger(DiskCleaning.class);

    private final Path directory;
    private final CleaningConfig config;

    public DiskCleaning(
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory, CleaningConfig config) {
        this.directory = directory;
        this.config = config;
    }

    @Scheduled(every = "${reels.cleaning.disk-check:5m}", concurrentExecution = ConcurrentExecution.SKIP)
    void removeWhatIsLeft() {
        Instant before = Instant.now().minus(config.leftAfter());
        for (Path left : leftBefore(before)) {
            try {
                WorkDirectory.deleteTree(left);
                LOG.infof("%s was left by a broken upload and is removed", left.getFileName());
            } catch (IOException e) {
                LOG.warnf("%s was left by a broken upload and cannot be removed: %s", left, e.getMessage());
            }
        }
    }

    private List<Path> leftBefore(Instant before) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> uploads = Files.list(directory)) {
            return uploads.filter(upload -> isUntouchedSince(upload, before)).toList();
        } catch (IOException e) {
            LOG.warnf("%s cannot be looked through: %s", directory, e.getMessage());
            return List.of();
        }
    }

    /** A file, or a folder with all that is in it. */
    private static boolean isUntouchedSince(Path upload, Instant before) {
        try (Stream<Path> files = Files.walk(upload)) {
            for (Path file : files.toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            LOG.debugf("%s went while it was looked at: %s", upload, e.getMessage());
            return false;
        }
    }
}
