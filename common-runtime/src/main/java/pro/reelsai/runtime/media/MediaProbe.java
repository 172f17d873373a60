package pro.reelsai.runtime.media;

import com.google.gson.JsonParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.bramp.ffmpeg.FFprobe;
import net.bramp.ffmpeg.builder.FFprobeBuilder;
import net.bramp.ffmpeg.probe.FFmpegProbeResult;
import net.bramp.ffmpeg.probe.FFmpegStream;
import net.bramp.ffmpeg.shared.CodecType;
import org.apache.commons.lang3.math.Fraction;
import org.jspecify.annotations.Nullable;
import pro.reelsai.runtime.media.MediaException.Reason;

/** Looks at a media file with ffprobe, behind the same fence as {@link Ffmpeg}: bytes decide, never a name. */
@ApplicationScoped
public class MediaProbe {
    private final String executable;
    private final Duration timeout;

    @Inject
    public MediaProbe(MediaConfig config) {
        this(config.ffprobe(), config.probeTimeout());
    }

    /**
     * @param executable the ffprobe executable, a path or a name on the PATH
     * @param timeout how long it may look at one file
     */
    public MediaProbe(String executable, Duration timeout) {
        this.executable = executable;
        this.timeout = timeout;
    }

    /**
     * Probes a file. Blocks; never call it on an event loop.
     *
     * @throws MediaException if the file is no media that we accept, or the probe does not end in time
     * @throws InterruptedException if the caller is interrupted
     */
    public MediaInfo probe(Path file) throws MediaException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new MediaException(Reason.UNREADABLE, "There is no file to probe", "");
        }
        AtomicReference<@Nullable Process> running = new AtomicReference<>();
        try {
            FFprobe ffprobe = new FFprobe(executable, command -> running.updateAndGet(none -> start(command)));
            MediaInfo info = describe(ffprobe.probe(command(file)));
            return info.isStill()
                    ? info.turnedBy(StillRotation.read(start(StillRotation.command(executable, file))))
                    : info;
        } catch (IOException | JsonParseException | StartFailedException e) {
            throw explain(e, running.get());
        } finally {
            Process process = running.get();
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private static FFprobeBuilder command(Path file) {
        return new FFprobeBuilder()
                .setShowChapters(false)
                .addExtraArgs(HardenedArguments.fence().toArray(String[]::new))
                .setInput(HardenedArguments.localFile(file.toString()));
    }

    private Process start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Executor later = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture.runAsync(process::destroyForcibly, later);
            return process;
        } catch (IOException e) {
            throw new StartFailedException(e);
        }
    }

    private MediaException explain(Exception e, @Nullable Process process) throws InterruptedException {
        if (e instanceof StartFailedException) {
            return new MediaException(
                    Reason.NOT_INSTALLED,
                    "ffprobe could not be started as '" + executable + "'; is it installed?",
                    "",
                    e.getCause());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        if (process != null && process.waitFor() == 128 + 9) {
            return new MediaException(
                    Reason.TIMED_OUT, "The file could not be probed within " + timeout.toSeconds() + " s", "", e);
        }
        return new MediaException(
                Reason.UNREADABLE, "The file is not a picture, clip or sound that we can read", "", e);
    }

    private static MediaInfo describe(FFmpegProbeResult result) throws MediaException {
        if (result.hasError() || result.getFormat() == null) {
            throw new MediaException(
                    Reason.UNREADABLE, "The file is not a picture, clip or sound that we can read", "");
        }
        return new MediaInfo(
                result.getFormat().getFormatName(),
                result.getFormat().getDuration(),
                first(result, CodecType.VIDEO).map(MediaProbe::video),
                first(result, CodecType.AUDIO).map(MediaProbe::audio));
    }

    private static Optional<FFmpegStream> first(FFmpegProbeResult result, CodecType type) {
        return result.getStreams().stream()
                .filter(stream -> stream.getCodecType() == type && stream.getCodecName() != null)
                .findFirst();
    }

    private static MediaInfo.Video video(FFmpegStream stream) {
        int rotation = rotation(stream);
        boolean onItsSide = rotation % 180 != 0;
        return new MediaInfo.Video(
                stream.getCodecName(),
                stream.getProfile() == null ? "" : stream.getProfile(),
                onItsSide ? stream.getHeight() : stream.getWidth(),
                onItsSide ? stream.getWidth() : stream.getHeight(),
                framesPerSecond(stream.getAvgFrameRate()),
                stream.getPixFmt() == null ? "" : stream.getPixFmt(),
                rotation);
    }

    private static int rotation(FFmpegStream stream) {
        return Stream.ofNullable(stream.getSideDataList())
                .flatMap(List::stream)
                .mapToInt(FFmpegStream.SideData::getRotation)
                .filter(degrees -> degrees != 0)
                .map(degrees -> Math.floorMod(degrees, 360))
                .findFirst()
                .orElse(0);
    }

    private static double framesPerSecond(@Nullable Fraction rate) {
        return rate == null || rate.getDenominator() == 0 ? 0 : rate.doubleValue();
    }

    private static MediaInfo.Audio audio(FFmpegStream stream) {
        return new MediaInfo.Audio(stream.getCodecName(), stream.getSampleRate(), stream.getChannels());
    }

    /** Carries a start that failed through the library's callback. */
    private static final class StartFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StartFailedException(IOException cause) {
            super(cause);
        }
    }
}
