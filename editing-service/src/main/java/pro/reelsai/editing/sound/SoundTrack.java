package pro.reelsai.editing.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.MusicBed;
import pro.reelsai.runtime.media.MediaException;

/**
 * The sound being mastered while the pictures are readied: neither fills two cores alone. Closing it stops the mastering
 * if nobody has waited for its end, so that no FFmpeg outlives the job.
 */
public final class SoundTrack implements AutoCloseable {
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<?> mastered;

    /** Begins to master; see {@link SoundMaster#master}. */
    public SoundTrack(SoundMaster master, Path speech, @Nullable MusicBed music, double seconds, Path result) {
        this.mastered = thread.submit(() -> {
            master.master(speech, music, seconds, result);
            return result;
        });
    }

    /**
     * Waits for the sound.
     *
     * @throws MediaException if it could not be made
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    public void await() throws MediaException, IOException, InterruptedException {
        try {
            mastered.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case MediaException media -> throw media;
                case IOException disk -> throw disk;
                case InterruptedException stopped -> throw stopped;
                case null, default -> throw new IllegalStateException("The sound could not be mastered", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
